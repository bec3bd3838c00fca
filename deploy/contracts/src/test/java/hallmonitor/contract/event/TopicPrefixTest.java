package hallmonitor.contract.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicPrefixTest {
  @Test
  void withoutADistrictNamesAreAsTheyAlwaysWere() {
    assertThat(TopicPrefix.ofProcess()).isEqualTo(TopicPrefix.NONE);
    assertThat(Topic.COMMENTS.topicName()).isEqualTo("hallmonitor.comments.v1");
    assertThat(Topic.COMMENTS.deadLetters()).isEqualTo("hallmonitor.comments.v1.dlq");
  }

  @Test
  void ofADistrictEveryNameBeginsWithItsId() {
    TopicPrefix maple = TopicPrefix.ofDistrict("maple");

    assertThat(Topic.COMMENTS.topicName(maple)).isEqualTo("maple.hallmonitor.comments.v1");
    assertThat(Topic.COMMENTS.deadLetters(maple)).isEqualTo("maple.hallmonitor.comments.v1.dlq");
    assertThat(maple.of("moderation-comments")).isEqualTo("maple.moderation-comments");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Maple",
        "9th",
        "maple.oak",
        "maple-oak",
        "maple_oak",
        "aaaaaaaaaaaaaaaaaaaaa"
      })
  void whatIsNoNameForKafkaPostgresAndKubernetesAlikeIsRefused(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TopicPrefix.ofDistrict(id))
        .withMessageContaining("1 to 20 small letters and digits");
  }
}

package hallmonitor.bench.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.bench.escalations.SentEscalations.Escalated;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SentEscalationsTest {
  @Test
  void eachDistinctOneHasItsOwnCasePostAuthorAndWords() {
    List<Escalated> all = sent(1, 100);

    assertThat(all).allMatch(Escalated::distinct);
    assertThat(all).extracting(e -> e.event().caseId()).doesNotHaveDuplicates();
    assertThat(all).extracting(e -> e.event().snapshot().text()).doesNotHaveDuplicates();
    assertThat(all).extracting(SentEscalationsTest::post).doesNotHaveDuplicates();
  }

  @Test
  void theOthersAreOtherCasesUnderThePostBeforeThem() {
    List<Escalated> all = sent(.1, 100);

    assertThat(all).filteredOn(Escalated::distinct).hasSize(10);
    assertThat(all).extracting(e -> e.event().caseId()).doesNotHaveDuplicates();
    assertThat(all.stream().map(SentEscalationsTest::post).distinct()).hasSize(10);
  }

  @Test
  void withoutDistinctOnesAllJoinTheFirst() {
    List<Escalated> all = sent(0, 20);

    assertThat(all).filteredOn(Escalated::distinct).containsExactly(all.get(0));
    assertThat(all.stream().map(SentEscalationsTest::post).distinct()).hasSize(1);
  }

  private static List<Escalated> sent(double distinct, int count) {
    return Stream.generate(new SentEscalations(distinct)::next).limit(count).toList();
  }

  private static String post(Escalated e) {
    return e.event().capture().orElseThrow().seen().post().id();
  }
}

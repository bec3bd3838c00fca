package hallmonitor.moderation.casework.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What an entry is beside its words. */
class EntryTagTest {
  @Test
  void noTwoTagsLookAlikeInTheIndex() {
    assertThat(Arrays.stream(EntryTag.values()).map(tag -> tag.of("x"))).doesNotHaveDuplicates();
  }
}

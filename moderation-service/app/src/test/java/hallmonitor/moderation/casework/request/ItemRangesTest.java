package hallmonitor.moderation.casework.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers of items are told in few words. */
class ItemRangesTest {
  @Test
  void neighborsAreARangeAndOthersStandAlone() {
    assertThat(ItemRanges.of(List.of(9L, 5L, 6L, 7L, 1L, 9L))).isEqualTo("1, 5-7, 9");
    assertThat(ItemRanges.of(List.of(4L))).isEqualTo("4");
    assertThat(ItemRanges.of(List.of())).isEmpty();
  }
}

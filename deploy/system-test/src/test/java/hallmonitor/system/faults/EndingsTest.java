package hallmonitor.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndingsTest {
  private final List<String> ended = new ArrayList<>();
  private final Endings endings = new Endings();

  @Test
  void theLastEndsFirst() {
    endings.add(() -> ended.add("stack"));
    endings.add(() -> ended.add("load"));
    endings.close();

    assertThat(ended).containsExactly("load", "stack");
  }

  @Test
  void whatDoesNotEndWellKeepsNothingElseFromEnding() {
    endings.add(() -> ended.add("disk"));
    endings.add(
        () -> {
          throw new IllegalStateException("the stack is stuck");
        });
    endings.add(() -> ended.add("load"));

    assertThatThrownBy(endings::close).hasRootCauseMessage("the stack is stuck");
    assertThat(ended).containsExactly("load", "disk");
  }
}

package hallmonitor.moderation.pipeline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.settings.yaml.InvalidFileException;
import org.junit.jupiter.api.Test;

class RefusalFileTest {
  @Test
  void namesStandOneALineInEitherOrderAmongRemarks() {
    assertThat(
            RefusalFile.read("# 2026\nAna Ruiz Mora\n\n  Núñez-Diaz, María José \r\nO’Brien, Tim"))
        .containsExactly("Ana Ruiz Mora", "Núñez-Diaz, María José", "O’Brien, Tim");
  }

  @Test
  void noFileIsAnEmptyList() {
    assertThat(RefusalFile.read("")).isEmpty();
  }

  @Test
  void everyWrongLineIsToldByItsNumberAndNotRepeated() {
    assertThatThrownBy(() -> RefusalFile.read("Ana Ruiz\nCher\nTom Lane, room 4, 555-0100\n"))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("media-release-refusals.txt:2:1")
        .hasMessageContaining("media-release-refusals.txt:3:1")
        .hasMessageNotContainingAny("Cher", "Lane", "Ruiz", "0100");
  }
}

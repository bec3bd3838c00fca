package hallmonitor.moderation.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InitialsTest {
  @Test
  void aPersonIsTheFirstLettersOfTheFirstAndTheLastWord() {
    assertThat(Initials.of("Dana Marie Reyes")).isEqualTo("DR");
    assertThat(Initials.of("ada")).isEqualTo("A");
    assertThat(Initials.of("d.okafor@example.org")).isEqualTo("DO");
    assertThat(Initials.of("Ángela (ECE) Núñez")).isEqualTo("ÁN");
  }

  @Test
  void aNameWithoutLettersHasAnAvatarToo() {
    assertThat(Initials.of("")).isEqualTo("?");
    assertThat(Initials.of("\u202e 12 <>")).isEqualTo("?");
  }

  @Test
  void aNameHasTheSameColorEverywhere() {
    assertThat(Initials.tint("Dana Reyes")).isEqualTo(Initials.tint("Dana Reyes")).isBetween(0, 4);
  }
}

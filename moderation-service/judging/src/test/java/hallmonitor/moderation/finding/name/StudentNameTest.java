package hallmonitor.moderation.finding.name;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.name.StudentName.Likeness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentNameTest {
  @ParameterizedTest
  @CsvSource({
    "Ana Ruiz, Ana Ruiz",
    "José Núñez, jose núñez",
    "José Nuñez, Nuñez José",
    "'Ruiz Mora, Ana', Ana Ruiz",
    "'Ruiz Mora, Ana', ANA MORA RUIZ",
    "Ana Ruiz, Ana María Ruiz",
    "Ana de la Cruz, Cruz Ana",
    "Robert Lane, Bob Lane",
    "'Pérez López, Juan Carlos', Carlos Pérez"
  })
  void accentsOrderMiddleNamesAndNicknamesDoNotMatter(String listed, String asked) {
    assertThat(likeness(listed, asked)).isEqualTo(Likeness.SAME);
  }

  @ParameterizedTest
  @CsvSource({
    "'Ruiz Mora, Ana', Ana Ruiz Soto",
    "'Ruiz, Ana María', Ana Lucía Ruiz",
    "Daniela Reyes, Danjela Reyes",
    "Daniela Reyes, Daniela Reyess",
    "Daniela Reyes, Daniela Ryees"
  })
  void whatMayBeSomebodyElseIsOnlySimilar(String listed, String asked) {
    assertThat(likeness(listed, asked)).isEqualTo(Likeness.SIMILAR);
  }

  @ParameterizedTest
  @CsvSource({
    "Ana Ruiz, Ada Ruiz",
    "Ana Ruiz, Ana Soto",
    "Ruiz Ana, Ruiz",
    "Daniela Reyes, Dennis Roy"
  })
  void anotherNameIsAnother(String listed, String asked) {
    assertThat(likeness(listed, asked)).isEqualTo(Likeness.OTHER);
  }

  @Test
  void aNameWithoutAFamilyNameIsNotComplete() {
    assertThat(StudentName.of("Cher").isComplete()).isFalse();
    assertThat(StudentName.of("A. Ruiz").isComplete()).isFalse();
    assertThat(StudentName.of("Ana Ruiz").isComplete()).isTrue();
  }

  @Test
  void aNameIsNotInItsText() {
    assertThat(StudentName.of("Ana Ruiz")).asString().doesNotContainIgnoringCase("ruiz");
  }

  private static Likeness likeness(String listed, String asked) {
    return StudentName.of(listed).likeness(StudentName.parts(asked));
  }
}

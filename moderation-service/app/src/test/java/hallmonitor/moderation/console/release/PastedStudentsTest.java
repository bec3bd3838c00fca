package hallmonitor.moderation.console.release;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.store.release.WithheldStudent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedStudentsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

  private static PastedStudents read(String text) {
    return PastedStudents.read(text, TODAY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFFName,Date\nAna Ruiz,2026-08-15",
        "first name,last name,grade,date\r\nAna,Ruiz,7,8/15/2026\r\n",
        "Apellidos;Nombre;Fecha\nRuiz;Ana;2026-08-15",
        "date\tstudent\n2026-08-15\tAna Ruiz",
        "name,date\n\n\"Ruiz, Ana\",2026-08-15"
      })
  void aSheetSaysInItsFirstLineWhatItsColumnsAre(String text) {
    PastedStudents read = read(text);
    assertThat(read.mistakes()).isEmpty();
    assertThat(read.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.student().name()).isIn("Ana Ruiz", "Ruiz, Ana");
              assertThat(row.student().since()).isEqualTo("2026-08-15");
            });
  }

  @Test
  void theFileOfTheSecretsFolderCanBePastedAsItIs() {
    assertThat(read("# 2026\nAna Ruiz Mora\nNúñez-Diaz, María José\n").rows())
        .extracting(row -> row.line() + " " + row.student().name() + " " + row.student().since())
        .containsExactly("2 Ana Ruiz Mora 2026-11-30", "3 Núñez-Diaz, María José 2026-11-30");
  }

  @Test
  void aQuotationMarkThatIsNotClosedInTheFirstLineIsAMistakeOfThatLine() {
    PastedStudents read = read("\"Ana Ruiz\nTom Lane");
    assertThat(read.mistakes()).extracting(PastedStudents.Mistake::line).containsExactly(1);
    assertThat(read.rows()).extracting(PastedStudents.Row::line).containsExactly(2);
  }

  @Test
  void everyMistakeIsToldByItsLineAndNotRepeated() {
    PastedStudents read =
        read(
            "name,date\nAna Ruiz,tomorrow\nCher,\nTom Lane 555-0100,\nKai Ito,2026-12-01\n"
                + "\"Kai Ito,\nMaya Diaz,2026-09-01");
    assertThat(read.mistakes())
        .extracting(PastedStudents.Mistake::line)
        .containsExactly(2, 3, 4, 5, 6);
    assertThat(read.mistakes().toString()).doesNotContain("Lane", "Cher", "Ruiz", "Ito");
    assertThat(read.rows()).hasSize(1);
  }

  @Test
  void nothingIsAMistakeToo() {
    assertThat(read("name,date\n").mistakes()).hasSize(1);
    assertThat(read(" ").mistakes()).hasSize(1);
  }

  @Test
  void whoIsOnTheListIsRenewedAndNobodyIsAddedTwice() {
    LocalDate until = LocalDate.of(2027, 7, 31);
    UUID known = UUID.randomUUID();
    RefusalImport plan =
        RefusalImport.of(
            read("Ana Ruiz\nKai Ito\nRuiz, Ana\nMaya Diaz").rows(),
            List.of(
                new WithheldStudent(known, "Ruiz, Ana", TODAY, TODAY, "brandt"),
                new WithheldStudent(UUID.randomUUID(), "Maya Diaz", TODAY, until, "brandt")),
            until);
    assertThat(plan.planned())
        .extracting(RefusalImport.Planned::effect)
        .containsExactly(
            RefusalImport.Effect.RENEW,
            RefusalImport.Effect.ADD,
            RefusalImport.Effect.NOTHING,
            RefusalImport.Effect.NOTHING);
    assertThat(plan.toRenew()).containsExactly(known);
    assertThat(plan.toAdd()).extracting(added -> added.name()).containsExactly("Kai Ito");
  }
}

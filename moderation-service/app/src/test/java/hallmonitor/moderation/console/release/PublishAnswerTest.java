package hallmonitor.moderation.console.release;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.release.PublishAnswer.Kind;
import hallmonitor.moderation.finding.name.StudentName;
import hallmonitor.moderation.store.release.WithheldStudent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PublishAnswerTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
  private static final LocalDate YEAR_ENDS = LocalDate.of(2027, 7, 31);

  private final List<WithheldStudent> list = new ArrayList<>();
  private final List<String> file = new ArrayList<>();

  private void refuses(String name, LocalDate until) {
    list.add(new WithheldStudent(UUID.randomUUID(), name, TODAY, until, "brandt"));
  }

  private PublishAnswer ask(String name) {
    return PublishAnswer.of(StudentName.parts(name), list, file, TODAY, YEAR_ENDS);
  }

  @Test
  void whoIsNotOnTheListMayBePublishedUntilTheYearEnds() {
    refuses("Ana Ruiz", YEAR_ENDS);
    assertThat(ask("Kai Ito").kind()).isEqualTo(Kind.MAY);
    assertThat(ask("Kai Ito").until()).isEqualTo(YEAR_ENDS);
  }

  @Test
  void whoIsOnTheListMayNotUntilTheRefusalEnds() {
    refuses("Ruiz Mora, Ana", YEAR_ENDS);
    PublishAnswer answer = ask("ana ruíz");
    assertThat(answer.kind()).isEqualTo(Kind.MAY_NOT);
    assertThat(answer.until()).isEqualTo(YEAR_ENDS);
    assertThat(answer.about()).contains(list.get(0).id());
  }

  @Test
  void aRefusalHoldsOnItsLastDayAndLeavesAQuestionAfterIt() {
    refuses("Ana Ruiz", TODAY);
    refuses("Kai Ito", TODAY.minusDays(1));
    assertThat(ask("Ana Ruiz").kind()).isEqualTo(Kind.MAY_NOT);
    assertThat(ask("Kai Ito").kind()).isEqualTo(Kind.ENDED);
  }

  @Test
  void severalStudentsWithANameLikeThisAreAQuestionForTheOffice() {
    refuses("Ruiz Mora, Ana", YEAR_ENDS);
    refuses("Ruiz Soto, Ana", YEAR_ENDS);
    assertThat(ask("Ana Ruiz").kind()).isEqualTo(Kind.SEVERAL);
    assertThat(ask("Ana Ruiz Mora").kind()).isEqualTo(Kind.MAY_NOT);
  }

  @Test
  void aNameAlmostLikeThisIsAQuestionForTheOffice() {
    refuses("Daniela Reyes", YEAR_ENDS);
    assertThat(ask("Danjela Reyes").kind()).isEqualTo(Kind.SIMILAR);
  }

  @Test
  void aNameInTheFileHoldsWithoutEndAlsoIfTheListHasItToo() {
    file.add("Ana Ruiz");
    refuses("Ana Ruiz", YEAR_ENDS);
    PublishAnswer answer = ask("Ana Ruiz");
    assertThat(answer.kind()).isEqualTo(Kind.MAY_NOT);
    assertThat(answer.until()).isNull();
  }

  @Test
  void nobodyIsToldYesWhileSomeNamesCannotBeRead() {
    refuses("", YEAR_ENDS);
    assertThat(ask("Kai Ito").kind()).isEqualTo(Kind.UNREADABLE);
  }
}

package hallmonitor.moderation.finding.signature;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.AuthorNames;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.file.RuleFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsignedTest {
  private static final SignatureDetector DETECTOR = new SignatureDetector(LocalNames.NONE);

  private static double score(String author, String text) {
    return score(author, text, AuthorNames.FREE);
  }

  private static double score(String author, String text, AuthorNames names) {
    Comment comment = Comment.of(text, author, "", Optional.empty(), "school").where(names);
    return DETECTOR.detect(comment).stream()
        .filter(finding -> finding.category() == Category.UNSIGNED)
        .mapToDouble(Finding::score)
        .max()
        .orElse(0);
  }

  private static Stream<String> examples(String kind) {
    return RuleFile.lines("/patterns/unsigned.txt").stream()
        .map(line -> line.text().strip())
        .filter(line -> line.startsWith(kind))
        .map(line -> line.substring(kind.length()).strip());
  }

  static Stream<String> yes() {
    return examples("yes:");
  }

  static Stream<String> no() {
    return examples("no:");
  }

  @ParameterizedTest
  @MethodSource("yes")
  void whatTheRulesShowIsFoundPastTheCues(String text) {
    assertThat(score("lamp_post", text)).isGreaterThanOrEqualTo(0.7);
  }

  @ParameterizedTest
  @MethodSource("no")
  void whatTheyMustLeaveAloneIs(String text) {
    assertThat(score("lamp_post", text)).isIn(0.0, Unsigned.HANDLE);
  }

  @Test
  void whoKeepsTheNameBackUnderAPersonsNameIsLookedAtByNobody() {
    assertThat(score("Rosa Lindgren", "I'd rather not give my name")).isLessThan(0.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Anonymous",
        "ANÓNIMO",
        "Guest",
        "guest_21",
        "Guest 4",
        "invitado",
        "4711",
        "#52",
        ".",
        "xxx",
        "user00000",
        "No Name",
        "sin nombre",
        "Unknown",
        "Private Person",
        "Anonymous Parent",
        "anon eagle",
        "\u3164",
        "\uD83D\uDE43"
      })
  void anEntryOfNobodyIsGradedSoWhereNamesAreFreeAndNowhereElse(String author) {
    assertThat(score(author, "See you on Friday")).isEqualTo(Unsigned.NOBODY);
    assertThat(score(author, "See you on Friday", AuthorNames.HANDLES)).isZero();
    assertThat(score(author, "See you on Friday", AuthorNames.SHOWN)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lamp_post",
        "jay_07",
        "TigerMom",
        "Big Cheese",
        "Concerned Parent",
        "tired sophomore",
        "zorro de la mesa",
        "Una mamá asustada",
        "nadie_te_salva",
        "kayleigh.17",
        "7th grader"
      })
  void aHandleIsLookedAtWhereNamesAreFreeAndNowhereElse(String author) {
    assertThat(score(author, "See you on Friday")).isEqualTo(Unsigned.HANDLE);
    assertThat(score(author, "See you on Friday", AuthorNames.HANDLES)).isZero();
    assertThat(score(author, "See you on Friday", AuthorNames.SHOWN)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dana Reyes", "Dana", "Tsehay W.", "R. Price", "Ty H.", "Mr. Brown", "Coach Young",
            "Mama Fields",
        "Mtro. Salas", "maria.lopez", "DanaReyes", "李明", "Өлзий", "محمد", "Nguyễn Thị Hoa",
            "Itzel's Mom",
        "Judith Guest", "Anonymous? No, Bev Carlisle", "Anónimo no, soy Silvia",
            "Lakeside Band Boosters"
      })
  void aNameInAnyFormIsNone(String author) {
    assertThat(score(author, "See you on Friday")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The new schedule is confusing. - Maria Lopez",
        "The new schedule is confusing.\nMaria Lopez",
        "The new schedule is confusing. Sincerely, Maria Lopez",
        "El nuevo horario confunde. Atentamente, María López",
        "My name is Maria Lopez and the new schedule is confusing."
      })
  void whoSignsBelowTheTextHasSignedWhateverStandsAboveIt(String text) {
    for (String author : List.of("", "Guest", "Anonymous", "lamp_post")) {
      assertThat(score(author, text)).as(author).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Signed, nobody",
        "Great game. - a friend",
        "Thank you, Coach Tanner!",
        "Who canceled recess? Maria?"
      })
  void whatIsNoPersonsOwnNameSignsNothing(String text) {
    assertThat(score("Guest", text)).isEqualTo(Unsigned.NOBODY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The new schedule is confusing. - Mrs. Lopez",
        "The new schedule is confusing. Sincerely, Mrs. Lopez",
        "El nuevo horario confunde. - Sra. Lopez",
        "El nuevo horario confunde.\nSra. López",
        "The new schedule is confusing. - Maria Lopez, proud parent",
        "The new schedule is confusing.\nMaria Lopez, Itzel's mom",
        "El nuevo horario confunde. - María López, mamá de Itzel",
        "The new schedule is confusing. - Itzel's mom, Maria Lopez",
        "The new schedule is confusing.\nItzel's mom, Maria Lopez",
        "The new schedule is confusing. Sincerely, Itzel's mom, Maria Lopez",
        "The new schedule is confusing. - Itzel's mom Maria Lopez",
        "El nuevo horario confunde.\nLa mamá de Itzel, María López",
        "El nuevo horario confunde. Atentamente, la mamá de Itzel, María López",
        "The new schedule is confusing. - Itzel's mom",
        "The new schedule is confusing.\nМария Иванова"
      })
  void aParentSignsWithACourtesyTitleAndBesideTheChild(String text) {
    for (String author : List.of("", "Guest", "Anonymous")) {
      assertThat(score(author, text)).as(author).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The new schedule is confusing. — 王芳",
        "The new schedule is confusing. Sincerely, 王芳",
        "The new schedule is confusing.\n王芳",
        "新的时间表很混乱。\n王芳",
        "The new schedule is confusing. - محمد علي",
        "El nuevo horario confunde. - محمد علي",
        "El nuevo horario confunde.\nᏩᏯ",
        "Расписание запутанное, - мария иванова"
      })
  void whatMayBeANameInAnotherScriptIsLookedAtByAPerson(String text) {
    for (String author : List.of("", "Guest", "Anonymous")) {
      assertThat(score(author, text)).as(author).isEqualTo(Unsigned.HANDLE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The new schedule is confusing",
        "El nuevo horario confunde.\nNo lo entiendo",
        "王芳 is a great teacher. See you on Friday",
        "The new schedule is confusing. - Maria Lopez, math teacher",
        "The new schedule is confusing. - Coach Lopez, proud parent",
        "El nuevo horario confunde. - María López, maestra",
        "Your new treasurer, Maria Lopez",
        "Great game. - a proud parent",
        "Great game. - Mom"
      })
  void withoutAPrivatePersonsNameAnEntryIsNobodys(String text) {
    assertThat(score("Guest", text)).isEqualTo(Unsigned.NOBODY);
  }

  @Test
  void whatIsLookedAtAsAnothersSignatureStaysSo() {
    for (String text : List.of("I quit. - Mrs. Lopez", "I quit. - Maria Lopez, proud parent")) {
      assertThat(
              DETECTOR.detect(
                  Comment.of(text, "Guest", "", Optional.empty(), "school")
                      .where(AuthorNames.FREE)))
          .extracting(Finding::category)
          .containsExactly(Category.FALSE_SIGNATURE);
    }
  }

  @Test
  void whoKeepsTheNameBackUnderAMembersHandleIsGradedBelowAHandleAmongFreeNames() {
    assertThat(score("lamp_post", "I'd rather not give my name", AuthorNames.HANDLES))
        .isEqualTo(Unsigned.SAID_BY_A_MEMBER)
        .isLessThan(Unsigned.HANDLE);
  }
}

package hallmonitor.moderation.casework.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.redaction.RedactionProposals.Answered;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.casework.request.RequestRules;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.finding.privacy.PrivateFactDetector;
import hallmonitor.moderation.finding.rule.Vocabulary;
import hallmonitor.moderation.pipeline.rules.RequestsFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedactionProposalsTest {
  private static final RequestRules ILLINOIS =
      RequestsFile.read(RequestsFile.shipped().replace("# state: illinois", "state: illinois"));
  private static final RedactionProposals PROPOSALS =
      new RedactionProposals(
          new PrivateFactDetector(new Vocabulary()),
          new LocalNames(
              List.of("Maple Grove"), List.of("Elias Brandt"), List.of("Katherine Dunmore")),
          ILLINOIS);

  private static List<String> proposed(String text) {
    return of(PROPOSALS.of(text, "", "", List.of(), List.of()), text);
  }

  private static List<String> of(List<ProposedRedaction> proposals, String text) {
    return proposals.stream()
        .map(
            p ->
                p.rule()
                    + " "
                    + p.span().of(text)
                    + " "
                    + p.ground().map(LegalGround::id).orElse("?"))
        .toList();
  }

  private static Redaction redacted(String text, String words) {
    int from = text.indexOf(words);
    return Redaction.ofWords(
        text, new Span(from, from + words.length()), ILLINOIS.allExemptions().get(0));
  }

  @Test
  void eachProposalSaysItsRuleAndTheGroundOfTheFile() {
    assertThat(proposed("Katie Dunmore sat with Toby Wren. Call 555-010-4477."))
        .containsExactly(
            "REFUSED_STUDENT Katie Dunmore ferpa",
            "PERSON Toby Wren il-personal-privacy",
            "PHONE 555-010-4477 il-private-information");
  }

  @Test
  void withoutProposedForAPersonChoosesTheGround() {
    RequestRules bare =
        RequestsFile.read("state: x\nstates:\n- {id: x, name: X, source: s, answer: {days: 5}}\n");

    assertThat(
            of(
                new RedactionProposals(
                        new PrivateFactDetector(new Vocabulary()), LocalNames.NONE, bare)
                    .of("Call 555-010-4477", "", "", List.of(), List.of()),
                "Call 555-010-4477"))
        .containsExactly("PHONE 555-010-4477 ?");
  }

  @Test
  void staffAndSchoolsArePublic() {
    assertThat(proposed("Elias Brandt of Maple Grove was there")).isEmpty();
  }

  @Test
  void whatIsRedactedOrRejectedIsNotProposedAgain() {
    String text = "Toby Wren and Nora Finch";
    Redaction toby = redacted(text, "Toby Wren");

    assertThat(of(PROPOSALS.of(text, "", "", List.of(toby), List.of()), text))
        .containsExactly("PERSON Nora Finch il-personal-privacy");
    assertThat(
            PROPOSALS.of(
                text, "", "", List.of(toby), List.of(rejected(text, 14, 24, ProposerRule.PERSON))))
        .isEmpty();
  }

  private static Answered rejected(String text, int from, int to, ProposerRule rule) {
    return new Answered(RedactedPart.TEXT, new Span(from, to), rule, Redaction.hash(text));
  }

  @Test
  void aRejectedNameIsProposedWhenItsFamilyRefusesLater() {
    String text = "Katherine Dunmore hit";

    assertThat(
            of(
                PROPOSALS.of(
                    text, "", "", List.of(), List.of(rejected(text, 0, 17, ProposerRule.PERSON))),
                text))
        .containsExactly("REFUSED_STUDENT Katherine Dunmore ferpa");
    assertThat(
            PROPOSALS.of(
                text,
                "",
                "",
                List.of(),
                List.of(
                    rejected(text, 0, 17, ProposerRule.REFUSED_STUDENT),
                    rejected(text, 0, 17, ProposerRule.PERSON))))
        .isEmpty();
  }

  @Test
  void aRejectionOfAnotherTextCountsForNothing() {
    String text = "Toby Wren hit";

    assertThat(
            PROPOSALS.of(
                text,
                "",
                "",
                List.of(),
                List.of(rejected("Toby Wren sat", 0, 9, ProposerRule.PERSON))))
        .hasSize(1);
  }

  @Test
  void aTitleOfACourtesyMakesNobodyStaff() {
    assertThat(proposed("Mrs. Hernandez and Mr. Toby Wren met Mr. Brandt"))
        .containsExactly(
            "PERSON Mrs. Hernandez il-personal-privacy",
            "PERSON Mr. Toby Wren il-personal-privacy");
  }

  @Test
  void aNameOfWordsOfTwoSchoolsIsNoSchool() {
    RedactionProposals schools =
        new RedactionProposals(
            new PrivateFactDetector(new Vocabulary()),
            new LocalNames(
                List.of("Abraham Lincoln Elementary", "Madison Junior High"), List.of(), List.of()),
            ILLINOIS);
    String text = "Madison Lincoln is failing math";

    assertThat(of(schools.of(text, "", "", List.of(), List.of()), text))
        .contains("PERSON Madison Lincoln il-personal-privacy");
  }

  @Test
  void aTitleWithAStudentOnTheListIsProposedAsAWhole() {
    assertThat(PROPOSALS.of("Hello", "Zora Pell", "Katherine Dunmore wins", List.of(), List.of()))
        .singleElement()
        .satisfies(p -> assertThat(p.part()).isEqualTo(RedactedPart.TITLE));
  }

  @Test
  void aTextThatIsRedactedThroughoutIsReadOnce() {
    String text = "Jones lies ".repeat(1_800);
    List<Redaction> all =
        Redaction.ofWords(text, TextWords.same(text, "Jones"), ILLINOIS.allExemptions().get(0));

    assertThat(all).hasSize(1_800);
    assertThat(PROPOSALS.of(text, "", "", all, List.of())).isEmpty();
  }

  @Test
  void theSameWordsElsewhereAreProposedWithTheGroundOfTheFirst() {
    String text = "zed likes Zed and ZED";

    assertThat(of(PROPOSALS.of(text, "", "", List.of(redacted(text, "zed")), List.of()), text))
        .contains("SAME_WORDS Zed il-other-law", "SAME_WORDS ZED il-other-law");
  }

  @Test
  void whatFollowsAMaskedSwearWordIsNoName() {
    assertThat(proposed("the principal is a f***ing idiot and a F***ING LIAR"))
        .noneMatch(proposal -> proposal.startsWith("PERSON"));
    assertThat(proposed("that f***ing Toby Wren, **Nora Finch** and *Lee Toby Ray*"))
        .contains(
            "PERSON Toby Wren il-personal-privacy",
            "PERSON Nora Finch il-personal-privacy",
            "PERSON Lee Toby Ray il-personal-privacy");
  }

  @Test
  void proposalsOfOneKindThatOverlapAreOne() {
    String text = "My son was suspended because of you";
    List<ProposedRedaction> matters =
        PROPOSALS.of(text, "", "", List.of(), List.of()).stream()
            .filter(p -> p.rule() == ProposerRule.MATTER)
            .toList();

    assertThat(matters)
        .singleElement()
        .satisfies(p -> assertThat(p.span().of(text)).contains("was suspended"));
    assertThat(
            PROPOSALS.of(
                text,
                "",
                "",
                List.of(),
                List.of(
                    rejected(
                        text,
                        matters.get(0).span().from(),
                        matters.get(0).span().to(),
                        ProposerRule.MATTER))))
        .noneMatch(p -> p.rule() == ProposerRule.MATTER);
  }

  @Test
  void whereSomebodyLivesIsAnAddressAndNoMatterOfHealth() {
    assertThat(proposed("I live at 214 Oak Street"))
        .containsExactly("ADDRESS 214 Oak Street il-private-information");
    assertThat(proposed("her son lives in a trailer"))
        .containsExactly("MATTER lives in a trailer il-personal-privacy");
  }

  @Test
  void anIllnessOfAPersonIsProposedInBothLanguages() {
    assertThat(proposed("he has asthma and the nurse ignored him"))
        .contains("MATTER asthma il-personal-privacy");
    assertThat(proposed("Toby Wren: inhaler in the office"))
        .contains("MATTER inhaler il-personal-privacy");
    assertThat(proposed("Mi hija es asmática")).contains("MATTER asmática il-personal-privacy");
    assertThat(proposed("The walk for asthma is on Friday")).isEmpty();
  }

  @Test
  void anArticleMakesNobodyIllAndIsNoPartOfTheFact() {
    assertThat(proposed("La marcha contra el asma es el viernes")).isEmpty();
    assertThat(proposed("El asma es común en primavera, y el viernes hay charla")).isEmpty();
    assertThat(proposed("The asthma walk and the autism fair are on Friday")).isEmpty();
    assertThat(proposed("Mi hijo faltó por el asma"))
        .containsExactly("MATTER asma il-personal-privacy");
    assertThat(proposed("A él le dio el asma y nadie llamó"))
        .containsExactly("MATTER asma il-personal-privacy");
    assertThat(proposed("el no vino por el asma"))
        .containsExactly("MATTER asma il-personal-privacy");
    assertThat(proposed("He missed it because of the asthma"))
        .containsExactly("MATTER asthma il-personal-privacy");
    assertThat(proposed("La epilepsia de mi hija"))
        .containsExactly("MATTER epilepsia il-personal-privacy");
    assertThat(proposed("Toby Wren: el promedio es 2"))
        .contains("MATTER promedio es il-personal-privacy");
  }

  private static boolean areAll(String text) {
    return ProposedRedaction.areAll(text, PROPOSALS.of(text, "", "", List.of(), List.of()));
  }

  @Test
  void proposalsAreAllIfNoneFollowWhenTheyAreConfirmed() {
    assertThat(areAll("Toby Wren hit me. Call 555-010-4477, Toby Wren")).isTrue();
    assertThat(areAll("The bus was late")).isTrue();
    assertThat(areAll("Brakka Tosk hit me. Ask brakka tosk")).isFalse();
    assertThat(areAll("Call 555-010-4477. ".repeat(RedactionProposals.MOST - 1))).isTrue();
    assertThat(areAll("Call 555-010-4477. ".repeat(RedactionProposals.MOST))).isFalse();
  }

  @Test
  void theNameOfAnAuthorOnTheListIsProposedAsAWhole() {
    assertThat(PROPOSALS.of("Hello", "Katherine Dunmore", "", List.of(), List.of()))
        .singleElement()
        .satisfies(p -> assertThat(p.part()).isEqualTo(RedactedPart.AUTHOR))
        .satisfies(p -> assertThat(p.key()).isEqualTo("author-0-0-refused-student"));
  }

  @Test
  void aTextFullOfNumbersGetsTheFirstHundredProposals() {
    assertThat(PROPOSALS.of("555-010-4477, ".repeat(4_000), "", "", List.of(), List.of()))
        .hasSize(RedactionProposals.MOST);
  }
}

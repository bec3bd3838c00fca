package hallmonitor.moderation.store.records;

import static hallmonitor.moderation.casework.RecordKind.ALLOWED_COMMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.RetentionReach;
import hallmonitor.moderation.casework.RetentionRule;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A disposal follows one rule of the schedule, and names it. */
class RuledDisposalTest {
  private static final RetentionRule GENERAL = rule(RetentionReach.EVERYTHING, 2, "");
  private static final RetentionRule DISTRICT =
      rule(new RetentionReach("district", "", ""), 3, "41.07");

  private final OldArchive archive = new OldArchive();

  private static RetentionRule rule(RetentionReach reach, int years, String series) {
    return new RetentionRule(
        ALLOWED_COMMENTS,
        reach,
        Optional.of(Period.ofYears(years)),
        "the commission",
        "our schedule of 2026",
        series);
  }

  private UUID proposed(String... accounts) {
    return archive.proposed(ALLOWED_COMMENTS, "", List.of(accounts), OldArchive.DAY);
  }

  @Test
  void whatARuleGovernsGoesAndWhatAnotherKeepsLongerStays() {
    archive.scheduled(GENERAL, DISTRICT);
    archive.allowed("1", "2027-03-04");
    archive.allowed("district", "2", "Dana Reyes", "2027-03-04");

    assertThatThrownBy(() -> proposed("district"))
        .isInstanceOf(NotLegal.class)
        .hasMessageContaining("kept for 3 years");
    UUID id = proposed("practice");
    archive.approve(id);
    archive.carryOut(id);

    assertThat(archive.gone()).containsExactly("1");
    assertThat(archive.whole()).containsExactly("2");
  }

  @Test
  void oneDisposalNeverMixesTwoRules() {
    archive.scheduled(GENERAL, rule(new RetentionReach("district", "", ""), 1, ""));

    assertThatThrownBy(() -> proposed("practice", "district"))
        .isInstanceOf(NotLegal.class)
        .hasMessageContaining("Propose a disposal for each rule.");
    assertThat(archive.database.count("disposal")).isZero();
  }

  @Test
  void theRuleStandsWithTheDisposal() {
    archive.scheduled(GENERAL, rule(new RetentionReach("district", "", ""), 2, "41.07"));

    UUID id = proposed("district");

    Optional<Disposal> disposal = archive.database.jdbi().withHandle(h -> Disposal.find(h, id));
    assertThat(disposal)
        .map(Disposal::basis)
        .contains(
            new Disposal.Basis(
                "allowed-comments account=district",
                "P2Y",
                "the commission",
                "our schedule of 2026",
                "41.07"));
  }

  @Test
  void aLongerTimeThatComesBetweenProposalAndApprovalRefuses() {
    archive.scheduled(GENERAL);
    UUID id = proposed("practice");

    archive.scheduled(rule(RetentionReach.EVERYTHING, 7, ""));

    assertThatThrownBy(() -> archive.approve(id))
        .isInstanceOf(NotLegal.class)
        .hasMessageContaining("kept for 7 years");
    assertThat(archive.disposing.underWay()).isEmpty();
  }

  @Test
  void nobodyApprovesByAnotherRuleThanTheOneThatWasProposed() {
    archive.scheduled(GENERAL);
    UUID id = proposed("practice");
    archive.scheduled(rule(RetentionReach.EVERYTHING, 1, "99.01"));

    assertThatThrownBy(() -> archive.approve(id))
        .isInstanceOf(NotLegal.class)
        .hasMessageContaining("The records schedule changed since this was proposed.");
    assertThat(archive.disposing.underWay()).isEmpty();
  }

  @Test
  void aDisposalProposedBeforeThereWereRulesGetsTheRuleOfItsApproval() {
    archive.scheduled(GENERAL);
    UUID id = proposed("practice");
    archive.sql("update disposal set rule = '', kept = '', authority = '', source = ''");

    archive.approve(id);

    assertThat(archive.one("select rule || ': ' || kept from disposal"))
        .isEqualTo("allowed-comments: P2Y");
  }

  /** It may be just the rule that should keep these records. */
  @Test
  void nothingGoesWhileARuleForItsKindIsMisspelled() {
    archive.scheduled(GENERAL, rule(new RetentionReach("practise", "", ""), 9, ""));

    assertThatThrownBy(() -> proposed("practice"))
        .isInstanceOf(NotLegal.class)
        .hasMessageContaining("names practise, and no such account or school exists");
  }

  @Test
  void nothingGoesWhileARuleNamesASchoolThatIsGone() {
    archive.scheduled(GENERAL, rule(new RetentionReach("", "mapel-high", ""), 9, ""));

    assertThatThrownBy(() -> proposed("practice"))
        .isInstanceOf(NotLegal.class)
        .hasMessageContaining("names mapel-high");
  }
}

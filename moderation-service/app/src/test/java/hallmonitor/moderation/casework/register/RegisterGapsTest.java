package hallmonitor.moderation.casework.register;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.register.AccountFacts.Left;
import hallmonitor.moderation.casework.register.AccountFacts.Looked;
import hallmonitor.moderation.casework.register.RegisterGap.Cause;
import hallmonitor.moderation.casework.watch.WatchRules;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests what an account lacks, compared with what the district asks of its kind. */
class RegisterGapsTest {
  private static final LocalDate SINCE = LocalDate.parse("2026-09-01");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-30");
  private static final RegisterRules RULES =
      new RegisterRules(
          Map.of(),
          "",
          Map.of(),
          "",
          Set.of(),
          "",
          7,
          7,
          14,
          WatchRules.DEFAULT,
          Map.of(
              "school",
              new KindRules(
                  AccountAuthorizer.ADMINISTRATOR,
                  List.of("community-relations-specialist"),
                  Map.of(
                      AccountDemand.AUTHORIZATION,
                      Optional.empty(),
                      AccountDemand.DISCLAIMER,
                      Optional.of(Period.ofMonths(3))))));

  private RegisterState state = RegisterState.REGISTERED;
  private String kind = "school";
  private LocalDate since = SINCE;
  private String purpose = "News for families.";
  private String administrator = "novak";
  private String deputy = "okafor";
  private Set<String> held = Set.of("community-relations-specialist");
  private List<Left> left = List.of();
  private Looked authorized = new Looked(SINCE, true);
  private Looked disclaimer = new Looked(TODAY.minusMonths(3), true);

  private List<RegisterGap> gaps() {
    return RegisterGaps.of(
        new AccountFacts(
            state,
            kind,
            since,
            purpose,
            administrator,
            deputy,
            held,
            left,
            Map.of(AccountDemand.AUTHORIZATION, authorized, AccountDemand.DISCLAIMER, disclaimer)),
        RULES,
        TODAY);
  }

  @Test
  void anAccountAsTheDistrictAsksHasNone() {
    assertThat(gaps()).isEmpty();
  }

  @Test
  void whatIsNotOnRecordIsMissingSinceTheAccountIsKnown() {
    purpose = "";
    administrator = "";
    deputy = "";
    held = Set.of("principal");

    assertThat(gaps())
        .containsExactly(
            new RegisterGap(Cause.NO_PURPOSE, "", SINCE),
            new RegisterGap(Cause.NO_ADMINISTRATOR, "", SINCE),
            new RegisterGap(Cause.NO_DEPUTY, "", SINCE),
            new RegisterGap(Cause.NOT_HELD, "community-relations-specialist", SINCE));
  }

  @Test
  void whatIsLookedAtAgainIsOverdueOnTheDayAfter() {
    disclaimer = new Looked(TODAY.minusMonths(3).minusDays(1), true);

    assertThat(gaps())
        .containsExactly(new RegisterGap(Cause.NOT_LOOKED_AGAIN, "disclaimer", TODAY.minusDays(1)));
  }

  @Test
  void whatWasFoundWrongStaysAGapUntilItIsFoundRight() {
    disclaimer = new Looked(TODAY, false);

    assertThat(gaps()).containsExactly(new RegisterGap(Cause.SEEN_WRONG, "disclaimer", TODAY));
  }

  @Test
  void whatIsAskedOnceIsNeverOverdue() {
    authorized = new Looked(LocalDate.parse("2010-01-01"), true);

    assertThat(gaps()).isEmpty();
  }

  @Test
  void aPasswordIsChangedWhenSomebodyLeaves() {
    LocalDate gone = LocalDate.parse("2026-11-20");
    left =
        List.of(
            new Left("reyes", gone, Optional.empty()),
            new Left("lindgren", gone, Optional.of(gone.plusDays(1))));

    assertThat(gaps()).containsExactly(new RegisterGap(Cause.PASSWORD_KEPT, "reyes", gone));
  }

  @Test
  void aRequestIsOverdueAfterItsTime() {
    state = RegisterState.REQUESTED;
    since = TODAY.minusDays(7);
    assertThat(gaps()).containsExactly(new RegisterGap(Cause.UNDECIDED, "", since));

    since = TODAY.minusDays(8);
    assertThat(gaps())
        .containsExactly(new RegisterGap(Cause.UNDECIDED_TOO_LONG, "", TODAY.minusDays(1)));
  }

  @Test
  void aReportedPageWaitsUntilSomebodyLooksIntoIt() {
    state = RegisterState.REPORTED;

    assertThat(gaps()).containsExactly(new RegisterGap(Cause.UNCLEARED, "", SINCE));
  }

  @Test
  void nothingIsAskedOfWhatIsNotThere() {
    administrator = "";
    for (RegisterState over : List.of(RegisterState.REFUSED, RegisterState.CLOSED)) {
      state = over;
      assertThat(gaps()).isEmpty();
    }
  }

  @Test
  void aKindThatTheFileDoesNotNameAsksForNothing() {
    kind = "classroom";
    held = Set.of();

    assertThat(gaps()).isEmpty();
  }
}

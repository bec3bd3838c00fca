package hallmonitor.moderation.casework.register;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.register.AccountFacts.Left;
import hallmonitor.moderation.casework.register.AccountFacts.Looked;
import hallmonitor.moderation.casework.register.RegisterGap.Cause;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares an account with what the district asks of its kind. */
public final class RegisterGaps {
  private RegisterGaps() {}

  /** Returns what is missing, overdue or wrong, in the order of the file. */
  public static List<RegisterGap> of(AccountFacts account, RegisterRules rules, LocalDate today) {
    return switch (account.state()) {
      case REQUESTED -> List.of(undecided(account.since(), rules.decideWithin(), today));
      case REPORTED -> List.of(new RegisterGap(Cause.UNCLEARED, "", account.since()));
      case REGISTERED -> registered(account, rules.of(account.kind()), today);
      case REFUSED, CLOSED -> List.of();
    };
  }

  private static RegisterGap undecided(LocalDate since, int within, LocalDate today) {
    LocalDate due = since.plusDays(within);
    return due.isBefore(today)
        ? new RegisterGap(Cause.UNDECIDED_TOO_LONG, "", due)
        : new RegisterGap(Cause.UNDECIDED, "", since);
  }

  private static List<RegisterGap> registered(
      AccountFacts account, KindRules rules, LocalDate today) {
    List<RegisterGap> gaps = new ArrayList<>();
    if (account.purpose().isEmpty()) {
      gaps.add(new RegisterGap(Cause.NO_PURPOSE, "", account.since()));
    }
    if (account.administrator().isEmpty()) {
      gaps.add(new RegisterGap(Cause.NO_ADMINISTRATOR, "", account.since()));
    }
    if (account.deputy().isEmpty()) {
      gaps.add(new RegisterGap(Cause.NO_DEPUTY, "", account.since()));
    }
    for (String role : rules.credentials()) {
      if (!account.held().contains(role)) {
        gaps.add(new RegisterGap(Cause.NOT_HELD, role, account.since()));
      }
    }
    for (Left left : account.left()) {
      if (left.rotated().isEmpty()) {
        gaps.add(new RegisterGap(Cause.PASSWORD_KEPT, left.person(), left.on()));
      }
    }
    for (Map.Entry<AccountDemand, Optional<Period>> demand : rules.demands().entrySet()) {
      Optional<Looked> looked = Optional.ofNullable(account.latest().get(demand.getKey()));
      gap(looked, demand.getValue(), account.since(), today)
          .map(
              found -> new RegisterGap(found.cause(), EnumCodes.of(demand.getKey()), found.since()))
          .ifPresent(gaps::add);
    }
    return gaps;
  }

  private static Optional<RegisterGap> gap(
      Optional<Looked> looked, Optional<Period> every, LocalDate since, LocalDate today) {
    if (looked.isEmpty()) {
      return Optional.of(new RegisterGap(Cause.NOT_RECORDED, "", since));
    }
    if (!looked.get().good()) {
      Cause cause = looked.get().read() ? Cause.READ_WRONG : Cause.SEEN_WRONG;
      return Optional.of(new RegisterGap(cause, "", looked.get().on()));
    }
    return every
        .map(time -> looked.get().on().plus(time))
        .filter(due -> due.isBefore(today))
        .map(due -> new RegisterGap(Cause.NOT_LOOKED_AGAIN, "", due));
  }
}

package hallmonitor.moderation.console.register;

import hallmonitor.moderation.casework.register.AccountDemand;
import hallmonitor.moderation.console.page.Csv;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.console.register.RegisteredAccount.DemandLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The register as a file: a line for each account, in English, with codes as in the files. */
final class RegisterCsv {
  private RegisterCsv() {}

  static String of(List<RegisteredAccount> accounts, LocalDate today) {
    StringBuilder file = new StringBuilder(Csv.START);
    file.append(Csv.line(head()));
    accounts.forEach(account -> file.append(Csv.line(line(account, today))));
    return file.toString();
  }

  private static Object[] head() {
    return Stream.concat(
            Stream.of(
                "Day",
                "School",
                "Account",
                "Platform",
                "Address",
                "Kind",
                "State",
                "Connected",
                "Purpose",
                "Requested or reported by",
                "On",
                "Decided by",
                "Decided on",
                "Reason",
                "Administrator",
                "Deputy",
                "Others with the password",
                "Page read on",
                "Wrong on the page",
                "Gaps"),
            Stream.of(AccountDemand.values())
                .map(RegisterWords::name)
                .flatMap(name -> Stream.of(name.toString(), "Next: " + name)))
        .toArray();
  }

  private static Object[] line(RegisteredAccount account, LocalDate today) {
    RegisterEntry e = account.entry();
    List<Object> cells =
        new ArrayList<>(
            List.of(
                today,
                DisplayLabels.building(e.building()),
                e.name(),
                e.platform(),
                e.address(),
                e.kind(),
                e.state(),
                e.isWatched() ? "yes" : "no",
                e.purpose(),
                DisplayLabels.person(e.filedBy()),
                DisplayLabels.recordedMoment(e.filedAt()),
                e.decidedBy() == null ? "" : DisplayLabels.person(e.decidedBy()),
                e.decidedAt() == null ? "" : DisplayLabels.recordedMoment(e.decidedAt()),
                e.reason(),
                DisplayLabels.person(e.administrator()),
                DisplayLabels.person(e.deputy()),
                account.getHolding().stream()
                    .map(holder -> DisplayLabels.person(holder.person()))
                    .collect(Collectors.joining("; ")),
                account.page().map(page -> DisplayLabels.recordedMoment(page.at())).orElse(""),
                account.getPageLacks().stream()
                    .map(lack -> RegisterWords.name(lack.demand()) + ": " + lack.seen())
                    .collect(Collectors.joining("; ")),
                account.gaps().stream()
                    .map(gap -> RegisterWords.gap(gap, LocalDate::toString).toString())
                    .collect(Collectors.joining("; "))));
    for (AccountDemand demand : AccountDemand.values()) {
      DemandLine line =
          account.getDemands().stream().filter(d -> d.demand() == demand).findFirst().orElse(null);
      cells.add(line == null || line.latest() == null ? "" : looked(line.latest()));
      cells.add(line == null || line.due() == null ? "" : line.due());
    }
    return cells.toArray();
  }

  private static String looked(RegisterRecord record) {
    return record.onDay()
        + (record.good() ? " good" : " wrong")
        + (record.isRead() ? " (read)" : "");
  }
}

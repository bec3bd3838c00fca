package hallmonitor.moderation.console.reports;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.page.ClauseTexts;
import hallmonitor.moderation.console.reports.ReportFigures.CaseFigures;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happened on one account in the last 30 days, for its page in the register. */
@RequestScoped
@Named("activity")
public class AccountActivity {
  /**
   * What happened.
   *
   * @param chart of comments by day
   * @param clauses cases by clause, most first
   * @param seen new comments
   */
  public record Activity(
      String account,
      Chart chart,
      long seen,
      List<ClauseCases> clauses,
      QuietDays quiet,
      ReturningAuthors authors) {
    public Activity {
      clauses = List.copyOf(clauses);
    }

    public long getCases() {
      return clauses.stream().mapToLong(c -> c.figures().cases()).sum();
    }

    /** Returns how many comments the policy hid. */
    public long getHidden() {
      return clauses.stream().mapToLong(c -> c.figures().automatic()).sum();
    }

    /** Returns how many of these a person restored. */
    public long getRestored() {
      return clauses.stream().mapToLong(c -> c.figures().overturned()).sum();
    }
  }

  /** Cases under one clause. */
  public record ClauseCases(CharSequence clause, CaseFigures figures) {}

  private final FigureQueries queries;
  private final ConsoleDatabase database;
  private final LiveRules rules;
  private final ConsoleConfig config;
  private final Viewer viewer;

  AccountActivity(
      FigureQueries queries,
      ConsoleDatabase database,
      LiveRules rules,
      ConsoleConfig config,
      Viewer viewer) {
    this.queries = queries;
    this.database = database;
    this.rules = rules;
    this.config = config;
    this.viewer = viewer;
  }

  /** Returns null for an account that the viewer does not see, or that is not connected. */
  public @Nullable Activity of(String account) {
    District district = rules.district().current().value();
    if (district.account(account).filter(viewer.scope()::sees).isEmpty()) {
      return null;
    }
    ZoneId zone = district.timeZone();
    LocalDate today = LocalDate.ofInstant(Instant.now(), zone);
    ReportQuery question =
        new ReportQuery(
            ReportPeriod.of("30", "", "", today, config.schoolYearFrom()),
            "",
            account,
            zone,
            viewer.scope());
    List<DayVolume> days = ReportBuckets.of(question.span(), queries.volumes(question));
    return new Activity(
        account,
        Charts.judged(days),
        days.stream().mapToLong(DayVolume::seen).sum(),
        byClause(queries.cases(question)),
        quiet(account, days, today),
        database.read(h -> ReturningAuthors.of(h, account, question.since(), zone)));
  }

  /** Today is not over, and before the first comment the account may not have been connected. */
  private QuietDays quiet(String account, List<DayVolume> days, LocalDate today) {
    LocalDate first = queries.firstDay(account).orElse(today);
    return QuietDays.of(
        days.stream()
            .filter(day -> !day.day().isBefore(first) && day.day().isBefore(today))
            .toList());
  }

  /** A case can be another school's than its account's, so a clause can have several rows. */
  private List<ClauseCases> byClause(Collection<CaseFigures> rows) {
    return rows.stream()
        .collect(Collectors.toMap(CaseFigures::clause, Function.identity(), CaseFigures::and))
        .values()
        .stream()
        .sorted(
            Comparator.comparing(CaseFigures::cases).reversed().thenComparing(CaseFigures::clause))
        .map(row -> new ClauseCases(clause(row.clause()), row))
        .toList();
  }

  private CharSequence clause(String id) {
    return id.isEmpty()
        ? Sentence.of("No clause: a check failed")
        : rules
            .clause(id)
            .<CharSequence>map(ClauseTexts::numbered)
            .orElseGet(() -> Sentence.of("{1} (no longer in the policy)", id));
  }
}

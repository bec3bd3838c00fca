package hallmonitor.moderation.console.records;

import static hallmonitor.moderation.console.access.Permission.AUDIT;

import hallmonitor.moderation.casework.RecordKind;
import hallmonitor.moderation.casework.Retention;
import hallmonitor.moderation.casework.RetentionOutlook.Line;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.pipeline.rules.DecisionSettings;
import hallmonitor.moderation.store.records.KeptDays;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The records schedule: for each rule what falls under it, what is due, and what is held. */
@Path("/records/schedule")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(AUDIT)
public class SchedulePages {
  /**
   * How much one hold or request keeps.
   *
   * @param name of the matter, or the number of a request; empty if it is of another school
   */
  public record KeptBy(String name, long n) {}

  /**
   * A rule with what falls under it.
   *
   * @param ruled false for records that no rule covers
   * @param unknown accounts with a school and kind that nobody knows
   */
  public record RuleLine(
      RuleView rule, boolean ruled, Line line, List<KeptBy> keptBy, List<String> unknown) {
    /** Returns whether its numbers come from the count in the background. */
    public boolean isInBackground() {
      return line.kind() == RecordKind.ALLOWED_COMMENTS || line.kind() == RecordKind.DECIDED_CASES;
    }

    public @Nullable Instant getOldest() {
      return line.oldest().orElse(null);
    }

    public @Nullable Instant getNewest() {
      return line.newest().orElse(null);
    }
  }

  /**
   * The page's content.
   *
   * @param misnamed rules for an account or school that nobody knows
   */
  public record SchedulePage(
      List<RuleLine> lines,
      KeptDays.Counting counting,
      List<RuleView> misnamed,
      boolean everywhere,
      boolean keeps) {
    /** Returns when comments were counted; null before that. */
    public @Nullable Instant getCountedAt() {
      return counting.since().orElse(null);
    }
  }

  @CheckedTemplate(basePath = "console/records")
  static class Templates {
    static native TemplateInstance schedule(SchedulePage page);
  }

  private final ScheduleQueries queries;
  private final RecordPlaces places;
  private final DecisionSettings settings;
  private final Viewer viewer;

  SchedulePages(
      ScheduleQueries queries, RecordPlaces places, DecisionSettings settings, Viewer viewer) {
    this.queries = queries;
    this.places = places;
    this.settings = settings;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance page() {
    Scope scope = viewer.scope();
    Retention schedule = settings.get().retention();
    List<Line> lines = queries.outlook(schedule, scope);
    List<UUID> holders =
        lines.stream().map(Line::holders).map(Map::keySet).flatMap(Collection::stream).toList();
    Map<UUID, String> names = queries.names(holders, scope);
    return Templates.schedule(
        new SchedulePage(
            lines.stream().map(line -> view(line, names)).toList(),
            queries.counting(),
            queries.misnamed(schedule).stream()
                .map(rule -> RuleView.of(rule, places.today()))
                .toList(),
            scope.everywhere(),
            viewer.isKeepsRecords()));
  }

  private RuleLine view(Line line, Map<UUID, String> names) {
    return new RuleLine(
        line.rule()
            .map(rule -> RuleView.of(rule, places.today()))
            .orElseGet(() -> RuleView.without(line.kind())),
        line.rule().isPresent(),
        line,
        line.holders().entrySet().stream()
            .map(by -> new KeptBy(names.getOrDefault(by.getKey(), ""), by.getValue()))
            .sorted(Comparator.comparingLong(KeptBy::n).reversed().thenComparing(KeptBy::name))
            .toList(),
        line.places().stream().filter(p -> !p.known()).map(p -> p.account()).toList());
  }
}

package hallmonitor.moderation.console.precision;

import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.console.page.ClauseTexts;
import hallmonitor.moderation.drafting.Document;
import hallmonitor.moderation.drafting.DocumentVersion;
import hallmonitor.moderation.drafting.Draft;
import hallmonitor.moderation.drafting.Drafts;
import hallmonitor.moderation.drafting.Versions;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.policy.file.WrittenClause;
import hallmonitor.moderation.policy.file.WrittenPolicy;
import hallmonitor.moderation.statistics.Proportion;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.yaml.WatchedFile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Precision by clause, week by week, and whether a threshold should move. */
@Path("/precision")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class PrecisionPages {
  /**
   * A clause on the page.
   *
   * @param anchor its place on the page
   * @param advice empty if nothing can be said
   * @param policy whether the current policy has it
   * @param draft address of its form in a draft under work; null for none
   */
  public record Section(
      String anchor,
      String id,
      CharSequence name,
      Sentence advice,
      boolean moves,
      boolean policy,
      @Nullable String draft,
      long cases,
      Proportion confirmed,
      WeekBars bars,
      List<WeekRow> weeks) {}

  /**
   * The page.
   *
   * @param changedAt when the current policy was published, if that was within the last 4 weeks
   * @param quiet names of clauses without a case in all weeks
   */
  public record Page(
      @Nullable Instant changedAt,
      List<Sentence> shifts,
      List<Section> sections,
      List<CharSequence> quiet) {
    public List<Section> getMoving() {
      return sections.stream().filter(Section::moves).toList();
    }

    /** Returns whether enough was decided to say something about any clause. */
    public boolean isDecided() {
      return sections.stream().anyMatch(section -> !section.advice().isEmpty());
    }
  }

  @CheckedTemplate(basePath = "console/precision")
  static class Templates {
    static native TemplateInstance precision(Page page);
  }

  private final PrecisionQueries queries;
  private final ConsoleDatabase database;
  private final LiveRules rules;
  private final Drafts drafts;
  private final Viewer viewer;

  PrecisionPages(
      PrecisionQueries queries,
      ConsoleDatabase database,
      LiveRules rules,
      Drafts drafts,
      Viewer viewer) {
    this.queries = queries;
    this.database = database;
    this.rules = rules;
    this.drafts = drafts;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance page() {
    PrecisionWeeks weeks =
        PrecisionWeeks.at(Instant.now(), rules.district().current().value().timeZone());
    WatchedFile.Version<hallmonitor.moderation.policy.Policy> inForce = rules.policy().current();
    Precision precision = new Precision(inForce.value(), weeks, queries.ask(weeks, viewer.scope()));
    List<ClausePrecision> clauses = precision.clauses();
    Optional<Draft> draft = draft();
    return Templates.precision(
        new Page(
            changedAt(inForce.version(), weeks).orElse(null),
            precision.shifts(this::name),
            clauses.stream()
                .filter(clause -> clause.cases() > 0)
                .map(clause -> section(clause, draft))
                .toList(),
            clauses.stream()
                .filter(clause -> clause.cases() == 0)
                .map(clause -> name(clause.id()))
                .toList()));
  }

  private Section section(ClausePrecision clause, Optional<Draft> draft) {
    return new Section(
        "precision-" + clause.id(),
        clause.id(),
        name(clause.id()),
        clause.advice().map(ThresholdAdvice::sentence).orElse(Sentence.NONE),
        clause.moves(),
        clause.clause().isPresent(),
        draft.flatMap(d -> form(d, clause.id())).orElse(null),
        clause.cases(),
        clause.confirmed(),
        new WeekBars(clause.weeks(), ReaderLanguage.locale()),
        clause.weeks().stream().sorted((a, b) -> b.week().compareTo(a.week())).toList());
  }

  private CharSequence name(String id) {
    if (id.isEmpty()) {
      return Sentence.of("No clause: a check failed");
    }
    return rules
        .clause(id)
        .<CharSequence>map(ClauseTexts::numbered)
        .orElseGet(() -> Sentence.of("{1} (no longer in the policy)", id));
  }

  /** Returns the newest draft of the policy that may be changed, for those who may change it. */
  private Optional<Draft> draft() {
    return viewer.isAdministrator()
        ? drafts.underWork().stream().filter(d -> d.isPolicy() && d.isOpen()).findFirst()
        : Optional.empty();
  }

  private static Optional<String> form(Draft draft, String clause) {
    List<WrittenClause> clauses =
        WrittenPolicy.of(draft.body()).map(WrittenPolicy::clauses).orElse(List.of());
    for (int i = 0; i < clauses.size(); i++) {
      if (clauses.get(i).id().equals(clause)) {
        return Optional.of("/policy/clauses/" + draft.id() + "/" + i);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns when the current policy was published, if the newest figures include those of another
   * one.
   */
  private Optional<Instant> changedAt(String version, PrecisionWeeks weeks) {
    List<DocumentVersion> newestFirst = database.read(h -> Versions.all(h, Document.POLICY));
    return newestFirst.stream()
        .limit(Math.max(0, newestFirst.size() - 1L)) // the oldest known one replaced nothing
        .findFirst()
        .filter(newest -> newest.version().equals(version))
        .map(DocumentVersion::at)
        .filter(at -> at.isAfter(weeks.since(weeks.firstOfAdvice())));
  }
}

package hallmonitor.moderation.console.records;

import static hallmonitor.moderation.console.access.Permission.AUDIT;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.RecordKind;
import hallmonitor.moderation.casework.Retention;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.proposals.SecondPerson;
import hallmonitor.moderation.console.records.RecordsQueries.Chosen;
import hallmonitor.moderation.console.records.RecordsQueries.Kept;
import hallmonitor.moderation.pipeline.rules.DecisionSettings;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The records: what is kept, what is held, what is disposed of. */
@Path("/records")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(AUDIT)
public class RecordsPages {
  /**
   * How long one kind is kept.
   *
   * @param code of the kind
   * @param kept in words; empty for no limit
   * @param latest last day that a disposal may name; null if all are kept
   */
  public record Kind(String code, Sentence words, Sentence kept, @Nullable LocalDate latest) {}

  /**
   * The page's content.
   *
   * @param countedAt when {@code kept} was counted; null before that
   * @param holdForm id of the form that places a hold; the other is {@code liftForm}
   * @param chosen the case to hold; null if none is chosen yet
   */
  public record Register(
      List<Kept> kept,
      @Nullable Instant countedAt,
      List<HoldView> holds,
      List<DisposalView> disposals,
      List<Kind> kinds,
      CharSequence authority,
      List<District.Building> buildings,
      List<String> accounts,
      UUID holdForm,
      UUID liftForm,
      @Nullable Chosen chosen,
      boolean keeps,
      boolean lifts,
      String lifters,
      String userName,
      Scope scope) {
    public boolean isDisposable() {
      return kinds.stream().anyMatch(k -> k.latest() != null);
    }

    /** Returns whether the viewer may lift it, or propose to. */
    public boolean allows(HoldView hold) {
      return keeps && scope.sees(hold.building());
    }
  }

  @CheckedTemplate(basePath = "console/records")
  static class Templates {
    static native TemplateInstance records(Register register, CharSequence problem);
  }

  private final RecordsQueries queries;
  private final RecordPlaces places;
  private final DecisionSettings settings;
  private final SecondPerson second;
  private final Viewer viewer;

  RecordsPages(
      RecordsQueries queries,
      RecordPlaces places,
      DecisionSettings settings,
      SecondPerson second,
      Viewer viewer) {
    this.queries = queries;
    this.places = places;
    this.settings = settings;
    this.second = second;
    this.viewer = viewer;
  }

  /**
   * Shows the page.
   *
   * @param caseId the case to hold
   */
  @GET
  public TemplateInstance page(@QueryParam("case") UUID caseId) {
    Optional<UUID> chosen = Optional.ofNullable(caseId);
    return page(
        chosen.map(id -> queries.chosen(id, viewer.scope()).orElseThrow(NotFoundException::new)),
        "");
  }

  TemplateInstance page(Optional<Chosen> chosen, CharSequence problem) {
    Scope scope = viewer.scope();
    List<String> accounts = places.accounts(scope);
    return Templates.records(
        new Register(
            queries.kept(scope, accounts),
            queries.countedAt().orElse(null),
            queries.holds(scope),
            queries.disposals(scope),
            kinds(),
            authority(),
            places.buildings(scope),
            accounts,
            UUID.randomUUID(),
            UUID.randomUUID(),
            chosen.orElse(null),
            viewer.isKeepsRecords(),
            second.may(Proposal.Kind.LIFT_HOLD),
            second.roles(Proposal.Kind.LIFT_HOLD),
            viewer.userName(),
            scope),
        problem);
  }

  List<Kind> kinds() {
    Retention retention = settings.get().retention();
    return Arrays.stream(RecordKind.values())
        .map(
            kind ->
                new Kind(
                    EnumCodes.of(kind),
                    DisposalView.words(kind),
                    Optional.ofNullable(retention.kept().get(kind))
                        .map(Retention::inWords)
                        .orElse(Sentence.NONE),
                    retention.latest(kind, places.today()).orElse(null)))
        .toList();
  }

  /** Returns who must approve a disposal. */
  CharSequence authority() {
    return settings.get().retention().authority();
  }
}

package hallmonitor.moderation.console.records;

import static hallmonitor.moderation.console.access.Permission.AUDIT;

import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.console.proposals.SecondPerson;
import hallmonitor.moderation.console.records.RecordsQueries.Chosen;
import hallmonitor.moderation.console.records.RecordsQueries.Kept;
import hallmonitor.moderation.pipeline.rules.DecisionSettings;
import hallmonitor.settings.district.District;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
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
   * The page's content.
   *
   * @param countedAt when {@code kept} was counted; null before that
   * @param holdForm id of the form that places a hold; the other is {@code liftForm}
   * @param rule code of the rule to dispose by; empty if none is chosen yet
   * @param chosen the case to hold; null if none is chosen yet
   */
  public record Register(
      List<Kept> kept,
      @Nullable Instant countedAt,
      List<HoldView> holds,
      List<DisposalView> disposals,
      List<RuleView> rules,
      String rule,
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
      return rules.stream().anyMatch(RuleView::isDisposable);
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
   * @param rule code of the rule to dispose by
   */
  @GET
  public TemplateInstance page(
      @QueryParam("case") UUID caseId, @QueryParam("rule") @DefaultValue("") String rule) {
    Optional<UUID> chosen = Optional.ofNullable(caseId);
    return page(
        chosen.map(id -> queries.chosen(id, viewer.scope()).orElseThrow(NotFoundException::new)),
        rule,
        "");
  }

  TemplateInstance page(Optional<Chosen> chosen, CharSequence problem) {
    return page(chosen, "", problem);
  }

  private TemplateInstance page(Optional<Chosen> chosen, String rule, CharSequence problem) {
    Scope scope = viewer.scope();
    List<String> accounts = places.accounts(scope);
    return Templates.records(
        new Register(
            queries.kept(scope, accounts),
            queries.countedAt().orElse(null),
            queries.holds(scope),
            queries.disposals(scope),
            rules(),
            rule,
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

  List<RuleView> rules() {
    return RuleView.of(settings.get().retention(), places.today());
  }

  /** Returns who must approve a disposal, in the reader's language. */
  CharSequence authority() {
    return ReaderLanguage.chosen(settings.get().retention().authority());
  }
}

package hallmonitor.moderation.console.board;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.BUILDING_ADMINISTRATOR;
import static hallmonitor.moderation.console.access.Permission.ACT;

import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.Decisions;
import hallmonitor.moderation.console.EventPosition;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.cases.CaseQueries;
import hallmonitor.moderation.console.cases.CaseView;
import hallmonitor.moderation.console.cases.SpanishHelp;
import hallmonitor.moderation.console.escalations.BoardAddress;
import hallmonitor.moderation.console.escalations.EscalationPanels;
import hallmonitor.moderation.console.escalations.EscalationQueries;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.console.live.CaseFeed;
import hallmonitor.moderation.console.page.ClauseTexts;
import hallmonitor.moderation.console.page.StaleView;
import hallmonitor.moderation.console.translation.Translations;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.escalation.CaseDesk;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A principal's page, made for a phone: what waits in their buildings, with the forms to answer
 * each case. A comment's words are behind one tap, which is recorded, because reading them may
 * create duties.
 */
@Path(BoardAddress.PATH)
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({BUILDING_ADMINISTRATOR, ADMINISTRATOR})
public class BoardPages {
  private static final int MOST = 30;

  @CheckedTemplate(basePath = "console/board")
  static class Templates {
    static native TemplateInstance board(
        AttentionBoard board, List<String> buildings, EventPosition since);

    static native TemplateInstance boardList(AttentionBoard board);
  }

  private final EscalationQueries queries;
  private final EscalationPanels concerns;
  private final CaseQueries cases;
  private final Decisions decisions;
  private final CaseDesk desk;
  private final RequestAudit audit;
  private final CaseFeed feed;
  private final LiveRules rules;
  private final Translations translations;
  private final PhoneLines phones;
  private final Viewer viewer;

  BoardPages(
      EscalationQueries queries,
      EscalationPanels concerns,
      CaseQueries cases,
      Decisions decisions,
      CaseDesk desk,
      RequestAudit audit,
      CaseFeed feed,
      LiveRules rules,
      Translations translations,
      PhoneLines phones,
      Viewer viewer) {
    this.queries = queries;
    this.concerns = concerns;
    this.cases = cases;
    this.decisions = decisions;
    this.desk = desk;
    this.audit = audit;
    this.feed = feed;
    this.rules = rules;
    this.translations = translations;
    this.phones = phones;
    this.viewer = viewer;
  }

  /**
   * Shows the page.
   *
   * @param open the case that is unfolded, with its words if this person has read them before, so
   *     that they stay visible after an answer; absent for none
   */
  @GET
  public TemplateInstance page(@QueryParam("open") @Nullable UUID open) {
    EventPosition since = feed.known();
    List<UUID> unfolded = open == null ? List.of() : List.of(open);
    return Templates.board(
        board(unfolded, queries.viewed(viewer.userName(), unfolded)),
        viewer.scope().buildings(),
        since);
  }

  /**
   * Returns only the cases, for a page that received a change.
   *
   * @param open the cases that are unfolded on that page, and stay so
   * @param read the cases with words on that page; only those that this person has opened before
   *     show them again
   */
  @GET
  @Path("list")
  public TemplateInstance list(
      @QueryParam("open") List<UUID> open, @QueryParam("read") List<UUID> read) {
    return Templates.boardList(board(open, queries.viewed(viewer.userName(), read)));
  }

  /** Shows the words of one comment, and records who read them. */
  @POST
  @Path("{id}/words")
  public TemplateInstance words(@PathParam("id") UUID id) {
    find(id);
    EventPosition since = feed.known();
    audit.add(viewer.userName(), "words-read", "case " + id, "");
    desk.viewed(id, new CaseDesk.Who(viewer.userName(), viewer.getDisplayName()));
    return Templates.board(board(List.of(id), Set.of(id)), viewer.scope().buildings(), since);
  }

  /** Hides the comment or puts it back. This answers nothing. */
  @POST
  @RolesAllowed(ACT)
  @Path("{id}/comment")
  public Response comment(
      @PathParam("id") UUID id,
      @FormParam("version") int version,
      @FormParam("decision") String decision) {
    find(id);
    Decision.Kind kind = "hide".equals(decision) ? Decision.Kind.HIDE : Decision.Kind.RESTORE;
    String place = BoardAddress.at(id);
    try {
      decisions.decide(new Decision(id, version, kind, viewer.userName(), ""));
    } catch (Decisions.NotLegal | Decisions.CaseChanged e) {
      return StaleView.at(place, e.sentence());
    }
    return Response.seeOther(URI.create(place)).build();
  }

  private CaseView find(UUID id) {
    if (!viewer.isBuildingAdministrator() && !viewer.isAdministrator()) {
      throw new ForbiddenException();
    }
    return cases.find(id, viewer.scope()).orElseThrow(NotFoundException::new);
  }

  private AttentionBoard board(List<UUID> open, Set<UUID> shown) {
    List<EscalationQueries.Concerned> found = queries.concerned(viewer.scope(), MOST + 1);
    List<UUID> ids = found.stream().limit(MOST).map(EscalationQueries.Concerned::caseId).toList();
    Map<UUID, CaseView> views =
        cases.all(ids, viewer.scope()).stream()
            .collect(Collectors.toMap(CaseView::caseId, view -> view));
    List<AttentionBoard.Item> items = new ArrayList<>();
    for (EscalationQueries.Concerned c : found) {
      CaseView view = views.get(c.caseId());
      if (view != null) {
        items.add(item(c, view, open.contains(c.caseId()), shown.contains(c.caseId())));
      }
    }
    return new AttentionBoard(
        items,
        found.size() > MOST,
        viewer.scope().buildings().size() != 1,
        phones.about(items.stream().map(AttentionBoard.Item::concerned).toList()));
  }

  private AttentionBoard.Item item(
      EscalationQueries.Concerned found, CaseView view, boolean open, boolean shown) {
    String clause = rules.clause(found.clause()).map(ClauseTexts::title).orElse("");
    return new AttentionBoard.Item(
        found,
        clause,
        concerns.toAnswer(found.caseId(), found.building(), BoardAddress.PATH),
        view,
        open,
        shown,
        shown && viewer.isActs() && !view.getSituation().gone() && !view.getSituation().deleting(),
        shown && !ReaderLanguage.readsSpanish()
            ? SpanishHelp.of(view, translations)
            : SpanishHelp.none(found.caseId()));
  }
}

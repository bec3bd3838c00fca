package hallmonitor.moderation.console.tips;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.Building;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
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
import java.util.List;
import java.util.UUID;

/** What people reported: for those who work on it, and for those who are signed in their own. */
@Path("/tips")
@RolesAllowed(READ)
public class TipPages {
  private static final int LONGEST_WHY = 400;

  /**
   * The list.
   *
   * @param show {@code open}, {@code all} or {@code mine}
   * @param school id of a building; empty for all
   * @param next number of the next page; 0 on the last one
   */
  public record TipListing(
      String show,
      String school,
      List<Building> schools,
      List<ListedTip> tips,
      List<TipStatus> own,
      int next,
      String bookmarklet) {}

  @CheckedTemplate(basePath = "console/tips")
  static class Templates {
    static native TemplateInstance tips(TipListing list);

    static native TemplateInstance tipName(ListedTip tip, String name, Sentence problem);
  }

  private final TipQueries queries;
  private final TipStatuses statuses;
  private final TipAddresses addresses;
  private final LiveRules rules;
  private final RequestAudit audit;
  private final Viewer viewer;

  TipPages(
      TipQueries queries,
      TipStatuses statuses,
      TipAddresses addresses,
      LiveRules rules,
      RequestAudit audit,
      Viewer viewer) {
    this.queries = queries;
    this.statuses = statuses;
    this.addresses = addresses;
    this.rules = rules;
    this.audit = audit;
    this.viewer = viewer;
  }

  /**
   * Shows a list.
   *
   * @param show which one; any other text is the list of open tips
   * @param school id of a building; empty for all
   * @param page counts from 0
   */
  @GET
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance page(
      @QueryParam("show") @DefaultValue("open") String show,
      @QueryParam("school") @DefaultValue("") String school,
      @QueryParam("page") @DefaultValue("0") int page) {
    int from = Math.max(0, Math.min(page, 1_000));
    boolean mine = show.equals("mine");
    boolean all = show.equals("all");
    String building = school.replace("\0", "");
    List<ListedTip> found = mine ? List.of() : queries.list(!all, building, from, viewer.scope());
    boolean more = found.size() > TipQueries.PAGE;
    if (!found.isEmpty()) {
      audit.read(viewer.userName(), "tips-read", building);
    }
    return Templates.tips(
        new TipListing(
            mine ? "mine" : all ? "all" : "open",
            building,
            schools(),
            more ? found.subList(0, TipQueries.PAGE) : found,
            mine ? statuses.of(viewer.userName()) : List.of(),
            more ? from + 1 : 0,
            Bookmarklet.of(addresses.of(PublicTipForm.FORM))));
  }

  private List<Building> schools() {
    return rules.district().current().value().buildings().stream()
        .filter(b -> viewer.sees(b.id()))
        .toList();
  }

  /** Returns the screenshot, drawn again, and records who sees it. */
  @GET
  @Path("{id}/screenshot")
  public Response screenshot(@PathParam("id") UUID id) {
    ListedTip tip = find(id);
    byte[] picture = queries.screenshot(id).orElseThrow(NotFoundException::new);
    audit.read(viewer.userName(), "tip-screenshot-read", "case " + tip.caseId());
    return Response.ok(picture, "image/jpeg")
        .header("Content-Disposition", "inline; filename=\"screenshot.jpeg\"")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .build();
  }

  /** Shows a name that is kept from colleagues to an administrator who says why. */
  @POST
  @Path("{id}/name")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(ADMINISTRATOR)
  public Response name(@PathParam("id") UUID id, @FormParam("why") @DefaultValue("") String why) {
    ListedTip tip = find(id);
    String reason = why.replace("\0", "").strip();
    if (reason.isEmpty() || reason.length() > LONGEST_WHY) {
      Sentence problem = Sentence.of("Say why you need the name, in up to 400 characters.");
      return Response.status(422).entity(Templates.tipName(tip, "", problem)).build();
    }
    audit.add(viewer.userName(), "tip-name-read", "case " + tip.caseId(), reason);
    return Response.ok(Templates.tipName(tip, queries.reporter(id).orElse(""), Sentence.NONE))
        .build();
  }

  private ListedTip find(UUID id) {
    return queries.find(id, viewer.scope()).orElseThrow(NotFoundException::new);
  }
}

package hallmonitor.moderation.console.tips;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.access.code.QrSvg;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.tips.SchoolLinks;
import hallmonitor.moderation.store.tips.SchoolLinks.SchoolLink;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** The links that the staff of a school reports by: made, printed, and revoked. */
@Path("/school-links")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ADMINISTRATOR)
public class SchoolLinkPages {
  private static final int LONGEST_PURPOSE = 120;

  /** A link with its address; empty for one that was revoked. */
  public record Row(SchoolLink link, String address) {}

  @CheckedTemplate(basePath = "console/tips")
  static class Templates {
    static native TemplateInstance schoolLinks(
        List<Row> links, List<Building> schools, Sentence problem);

    static native TemplateInstance poster(
        SchoolLink link, String district, URI address, String picture);
  }

  private final SchoolLinks links;
  private final SchoolLinkTokens tokens;
  private final LiveRules rules;
  private final Viewer viewer;

  SchoolLinkPages(SchoolLinks links, SchoolLinkTokens tokens, LiveRules rules, Viewer viewer) {
    this.links = links;
    this.tokens = tokens;
    this.rules = rules;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance page() {
    return page(Sentence.NONE);
  }

  private TemplateInstance page(Sentence problem) {
    List<Row> rows =
        links.all().stream()
            .map(l -> new Row(l, l.isWorking() ? tokens.address(l).toString() : ""))
            .toList();
    return Templates.schoolLinks(rows, district().buildings(), problem);
  }

  private District district() {
    return rules.district().current().value();
  }

  /**
   * Makes a link.
   *
   * @param school id of the building
   * @param purpose says who it is for
   */
  @POST
  public Response make(
      @FormParam("school") @DefaultValue("") String school,
      @FormParam("purpose") @DefaultValue("") String purpose) {
    String words = purpose.replace("\0", "").strip();
    if (district().building(school).isEmpty()) {
      return refused(Sentence.of("Choose a school."));
    }
    if (words.isEmpty() || words.length() > LONGEST_PURPOSE) {
      return refused(Sentence.of("Say who the link is for, in up to 120 characters."));
    }
    links.make(UUID.randomUUID(), school, words, viewer.userName());
    return Response.seeOther(URI.create("/school-links")).build();
  }

  private Response refused(Sentence problem) {
    return Response.status(422).entity(page(problem)).build();
  }

  @POST
  @Path("{id}/revocation")
  public Response revoke(@PathParam("id") UUID id) {
    links.revoke(id, viewer.userName());
    return Response.seeOther(URI.create("/school-links")).build();
  }

  /** Shows a poster with the link as text and as a QR code. */
  @GET
  @Path("{id}/poster")
  public TemplateInstance poster(@PathParam("id") UUID id) {
    SchoolLink link =
        links.find(id).filter(SchoolLink::isWorking).orElseThrow(NotFoundException::new);
    URI address = tokens.address(link);
    String picture =
        "data:image/svg+xml;base64,"
            + Base64.getEncoder().encodeToString(QrSvg.of(address.toString()).getBytes(UTF_8));
    return Templates.poster(link, district().name(), address, picture);
  }
}

package hallmonitor.moderation.console.policy;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.NotPermitted;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.proposals.SecondPerson;
import hallmonitor.moderation.drafting.Document;
import hallmonitor.moderation.drafting.Draft;
import hallmonitor.moderation.drafting.DraftRejected;
import hallmonitor.moderation.drafting.Drafts;
import hallmonitor.moderation.drafting.Versions;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import jakarta.annotation.security.RolesAllowed;
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

/** Drafts: creating one, editing its whole text, and publishing it. */
@Path("/policy/drafts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class DraftPages {
  @CheckedTemplate(basePath = "console/policy")
  static class Templates {
    static native TemplateInstance draft(DraftPage file, PageMessage message);

    static native TemplateInstance draftText(DraftPage file, PageMessage message);
  }

  private final DraftDesk desk;
  private final Drafts drafts;
  private final ConsoleDatabase database;
  private final SecondPerson second;
  private final Viewer viewer;

  DraftPages(
      DraftDesk desk, Drafts drafts, ConsoleDatabase database, SecondPerson second, Viewer viewer) {
    this.desk = desk;
    this.drafts = drafts;
    this.database = database;
    this.second = second;
    this.viewer = viewer;
  }

  /**
   * Creates a draft.
   *
   * @param of the document
   * @param from id of the version to start from; absent for the current one
   */
  @POST
  @RolesAllowed(ADMINISTRATOR)
  public Response begin(
      @FormParam("of") String of, @FormParam("name") String name, @FormParam("from") Long from) {
    Document document = Document.of(String.valueOf(of)).orElseThrow(NotFoundException::new);
    var inForce = drafts.inForce(document);
    String body =
        from == null
            ? inForce.text().isBlank() ? document.sample() : inForce.text()
            : database
                .read(h -> Versions.find(h, from))
                .filter(version -> version.document().equals(document.code()))
                .orElseThrow(NotFoundException::new)
                .body();
    String title = Fields.line(name, 80);
    long id =
        drafts.begin(
            document,
            title.isEmpty() ? "Untitled draft" : title,
            body,
            inForce.version(),
            viewer.userName());
    desk.changed(id);
    return to(id, "");
  }

  @GET
  @Path("{id}")
  public TemplateInstance one(@PathParam("id") long id) {
    return Templates.draft(desk.page(id), PageMessage.NONE);
  }

  @GET
  @Path("{id}/text")
  public TemplateInstance text(@PathParam("id") long id) {
    return Templates.draftText(desk.page(id), PageMessage.NONE);
  }

  /** Returns the text as a file, for editing elsewhere. */
  @GET
  @Path("{id}/file")
  @Produces(MediaType.WILDCARD)
  public Response file(@PathParam("id") long id) {
    Draft draft = desk.find(id);
    String file = Document.of(draft.document()).orElseThrow().file();
    return Response.ok(draft.body(), "text/plain;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
        .build();
  }

  @POST
  @Path("{id}/text")
  @RolesAllowed(ADMINISTRATOR)
  public Response save(
      @PathParam("id") long id,
      @FormParam("revision") int revision,
      @FormParam("text") String text) {
    String body = Fields.text(text);
    desk.find(id);
    try {
      drafts.save(id, revision, body, "the whole text", viewer.userName());
      desk.changed(id);
      return to(id, "/text");
    } catch (DraftRejected e) {
      return Response.status(409)
          .entity(Templates.draftText(desk.page(id), PageMessage.problem(e.sentence(), body)))
          .build();
    }
  }

  /** Proposes, withdraws or discards as an administrator; approves as a second person. */
  @POST
  @Path("{id}")
  public Response act(
      @PathParam("id") long id,
      @FormParam("act") String act,
      @FormParam("revision") int revision,
      @FormParam("against") String against,
      @FormParam("note") String note) {
    if ("approve".equals(act)) {
      second.must(Proposal.Kind.PUBLISH_POLICY);
      if (!viewer.scope().everywhere()) {
        throw new NotPermitted(
            Sentence.of(
                "This applies to all schools, and you see only some of them. Ask somebody who sees"
                    + " all."));
      }
    } else if (!viewer.isAdministrator()) {
      throw new ForbiddenException();
    }
    desk.find(id);
    String who = viewer.userName();
    String why = Fields.line(note, 500);
    try {
      switch (String.valueOf(act)) {
        case "propose" -> drafts.propose(id, revision, why, who);
        case "take-back" -> drafts.takeBack(id, revision, why, who);
        case "discard" -> drafts.discard(id, revision, who);
        case "approve" -> drafts.approve(id, revision, String.valueOf(against), who);
        default -> throw new NotFoundException();
      }
    } catch (DraftRejected e) {
      return Response.status(409)
          .entity(Templates.draft(desk.page(id), PageMessage.problem(e.sentence())))
          .build();
    }
    return act.equals("discard") ? Response.seeOther(URI.create("/policy")).build() : to(id, "");
  }

  static Response to(long id, String part) {
    return Response.seeOther(URI.create("/policy/drafts/" + id + part)).build();
  }
}

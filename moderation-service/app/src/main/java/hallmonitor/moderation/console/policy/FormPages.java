package hallmonitor.moderation.console.policy;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;

import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.drafting.Draft;
import hallmonitor.moderation.drafting.DraftRejected;
import hallmonitor.moderation.drafting.Drafts;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.settings.yaml.YamlPath;
import hallmonitor.settings.yaml.YamlText;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The forms for the parts of drafts: people, routing, reasons, templates, notices. */
@Path("/policy/forms/{id}/{part}/{item}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ADMINISTRATOR)
public class FormPages {
  @CheckedTemplate(basePath = "console/policy")
  static class Templates {
    static native TemplateInstance form(FormPage item, PageMessage message);
  }

  /** What a form edits. */
  private record Place(Draft draft, FormPart part, String item, YamlText text, YamlPath path) {}

  private final DraftDesk desk;
  private final Drafts drafts;
  private final TextPreviews previews;
  private final LiveRules rules;
  private final Viewer viewer;

  FormPages(DraftDesk desk, Drafts drafts, TextPreviews previews, LiveRules rules, Viewer viewer) {
    this.desk = desk;
    this.drafts = drafts;
    this.previews = previews;
    this.rules = rules;
    this.viewer = viewer;
  }

  private Place place(long id, String code, String item) {
    Draft draft = desk.find(id);
    FormPart part =
        FormPart.of(code)
            .filter(p -> p.document().code().equals(draft.document()))
            .orElseThrow(NotFoundException::new);
    YamlText text = YamlText.of(draft.body()).orElseThrow(NotFoundException::new);
    YamlPath path = part.path(item, text).orElseThrow(NotFoundException::new);
    return new Place(draft, part, item, text, path);
  }

  private FormPage page(Place at) {
    DraftPage file = desk.page(at.draft().id());
    return new FormPage(
        file,
        at.part(),
        at.item(),
        at.text(),
        at.path(),
        file.mistakes().stream().filter(m -> concerns(at, m)).toList(),
        previews.of(at.part(), at.item(), at.draft().body()),
        rules.policy().current().value());
  }

  /** The file's top level has keys that do not belong to this form. */
  private static boolean concerns(Place at, DraftMistake mistake) {
    return mistake.path().isIn(at.path())
        && (!at.path().isRoot() || at.part().concerns(at.path(), mistake.path()));
  }

  @GET
  public TemplateInstance one(
      @PathParam("id") long id, @PathParam("part") String part, @PathParam("item") String item) {
    return Templates.form(page(place(id, part, item)), PageMessage.NONE);
  }

  /** Saves it or appends it. Any input is kept and checked. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(
      @PathParam("id") long id,
      @PathParam("part") String part,
      @PathParam("item") String item,
      MultivaluedMap<String, String> form) {
    Place at = place(id, part, item);
    FormValues sent = new FormValues(form);
    Map<String, Optional<Object>> fields = at.part().fields(sent);
    String written = tidied(at.part().written(at.text(), at.path(), fields), at.path()).text();
    try {
      drafts.save(id, sent.number("revision"), written, part + " " + item, viewer.userName());
    } catch (DraftRejected e) {
      return refused(id, e, YamlText.written(fields));
    }
    boolean mended = page(place(id, part, item)).mistakes().isEmpty();
    return mended
        ? DraftPages.to(id, "#" + part)
        : Response.seeOther(URI.create("/policy/forms/" + id + "/" + part + "/" + item)).build();
  }

  /** Removes it from the draft: a list item, or a category's own settings. */
  @POST
  @Path("remove")
  public Response remove(
      @PathParam("id") long id,
      @PathParam("part") String part,
      @PathParam("item") String item,
      @FormParam("revision") int revision) {
    Place at = place(id, part, item);
    if (!page(at).isRemovable()) {
      throw new NotFoundException();
    }
    YamlText left = tidied(at.text().without(at.path()), at.path().parent());
    try {
      drafts.save(id, revision, left.text(), part + " " + item + " removed", viewer.userName());
      return DraftPages.to(id, "#" + part);
    } catch (DraftRejected e) {
      return refused(id, e, "");
    }
  }

  /** Removes a category's own block once it is empty. */
  private static YamlText tidied(YamlText text, YamlPath path) {
    return path.steps().size() > 1 && text.isEmptyMapping(path)
        ? tidied(text.without(path), path.parent())
        : text;
  }

  private Response refused(long id, DraftRejected e, String written) {
    return Response.status(409)
        .entity(
            DraftPages.Templates.draft(
                desk.page(id), PageMessage.problem(e.sentence(), written.strip())))
        .build();
  }
}

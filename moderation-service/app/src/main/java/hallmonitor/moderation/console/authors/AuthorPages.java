package hallmonitor.moderation.console.authors;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;
import static hallmonitor.moderation.console.access.Permission.READ;
import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Sight;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.authors.AuthorDesk.Part;
import hallmonitor.moderation.console.comments.PlaceInList;
import hallmonitor.moderation.store.authors.AuthorLooks;
import hallmonitor.moderation.store.authors.AuthorLooks.Look;
import hallmonitor.moderation.wording.Sentence;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything that an author wrote on the district's accounts, and what came of it. This looks at
 * what a citizen said, so a person says what for before anything is shown, and that is on record.
 */
@Path("/authors/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class AuthorPages {
  /** So many comments of a file are read at once. */
  private static final int CHUNK = 1_000;

  @CheckedTemplate(basePath = "console/authors")
  static class Templates {
    static native TemplateInstance author(AuthorView view);

    static native TemplateInstance purpose(
        SeenPerson person, String name, PurposeForm form, Sentence problem);
  }

  private final AuthorDesk desk;
  private final ConsoleDatabase database;
  private final RequestAudit audit;
  private final Viewer viewer;

  AuthorPages(AuthorDesk desk, ConsoleDatabase database, RequestAudit audit, Viewer viewer) {
    this.desk = desk;
    this.database = database;
    this.audit = audit;
    this.viewer = viewer;
  }

  /**
   * Shows the page, or asks what it is for.
   *
   * @param show code of a kind, a visibility or a state of cases; empty for all
   * @param after where the page begins
   */
  @GET
  public TemplateInstance page(
      @PathParam("id") UUID id,
      @QueryParam("show") @DefaultValue("") String show,
      @QueryParam("after") @DefaultValue("") String after) {
    SeenPerson found = find(id);
    Optional<Look> look = desk.look(found);
    return look.isEmpty()
        ? ask(found, PurposeForm.EMPTY, Sentence.NONE)
        : Templates.author(
            desk.page(found, look.get(), show.replace("\0", ""), PlaceInList.parse(after)));
  }

  private SeenPerson find(UUID id) {
    return desk.find(id).orElseThrow(NotFoundException::new);
  }

  private TemplateInstance ask(SeenPerson found, PurposeForm form, Sentence problem) {
    return Templates.purpose(found, desk.named(found.first()).name(), form, problem);
  }

  /** Records a purpose for an hour, and opens the page. */
  @POST
  @Path("purpose")
  public Response purpose(
      @PathParam("id") UUID id,
      @FormParam("purpose") String purpose,
      @FormParam("note") String note) {
    SeenPerson found = find(id);
    PurposeForm form = PurposeForm.of(purpose, note);
    Sentence problem = form.problem();
    if (!problem.isEmpty()) {
      return Response.status(422).entity(ask(found, form, problem)).build();
    }
    database.write(
        h -> {
          AuthorLooks.add(
              h, found.ids(), viewer.userName(), form.chosen().orElseThrow(), form.note());
          return true;
        });
    return Response.seeOther(URI.create("/authors/" + id)).build();
  }

  /** Sends all as a file, once a purpose was given. That it was is on record before it begins. */
  @GET
  @Path("author.csv")
  @Produces({"text/csv;charset=UTF-8", MediaType.TEXT_HTML})
  @RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
  public Response file(@PathParam("id") UUID id) {
    SeenPerson found = find(id);
    Optional<Look> look = desk.look(found);
    if (look.isEmpty()) {
      return Response.seeOther(URI.create("/authors/" + id)).build();
    }
    String purpose = look.get().purpose() + ": " + look.get().note();
    found
        .ids()
        .forEach(one -> audit.add(viewer.userName(), "author-exported", "author " + one, purpose));
    String head =
        AuthorCsv.head(
            found,
            purpose,
            viewer.getDisplayName() + " (" + viewer.userName() + ")",
            Instant.now());
    Sight sight = desk.sight();
    StreamingOutput lines =
        out -> {
          out.write(head.getBytes(UTF_8));
          Optional<PlaceInList> after = Optional.empty();
          long comments = 0;
          do {
            Part part = desk.part(found, after, CHUNK, sight);
            out.write(AuthorCsv.lines(part.lines()).getBytes(UTF_8));
            comments += part.lines().size();
            after = part.next();
          } while (after.isPresent());
          out.write(AuthorCsv.end(comments).getBytes(UTF_8));
        };
    return Response.ok(lines, "text/csv;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"author-" + id + ".csv\"")
        .build();
  }
}

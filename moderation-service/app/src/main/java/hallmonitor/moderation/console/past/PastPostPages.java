package hallmonitor.moderation.console.past;

import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Sight;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.console.records.RecordPlaces;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Shows a post with its thread as it was at any moment. Each look is on record. */
@Path("/posts/{id}/then")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class PastPostPages {
  @CheckedTemplate(basePath = "console/past")
  static class Templates {
    static native TemplateInstance post(PastPage page);
  }

  private final PastQueries queries;
  private final PastDesk desk;
  private final RecordPlaces places;
  private final LiveRules rules;
  private final RequestAudit audit;
  private final Viewer viewer;

  PastPostPages(
      PastQueries queries,
      PastDesk desk,
      RecordPlaces places,
      LiveRules rules,
      RequestAudit audit,
      Viewer viewer) {
    this.queries = queries;
    this.desk = desk;
    this.places = places;
    this.rules = rules;
    this.audit = audit;
    this.viewer = viewer;
  }

  /**
   * Shows the thread, or the form alone if the time cannot be used.
   *
   * @param at a time of the district such as {@code 2026-11-28T15:10}, or a moment in UTC such as
   *     {@code 2026-11-28T20:10:00Z}; empty for now
   * @param view {@code full} for everything, otherwise what the public saw
   * @param comment the platform's id of a comment to begin with
   */
  @GET
  public Response page(
      @PathParam("id") String id,
      @QueryParam("at") @DefaultValue("") String at,
      @QueryParam("view") @DefaultValue("") String view,
      @QueryParam("page") @DefaultValue("") String page,
      @QueryParam("comment") @DefaultValue("") String comment) {
    Sight sight = new Sight(viewer.scope(), places.accounts(viewer.scope()));
    CommentKey post =
        CommentAddress.parse(id)
            .filter(key -> queries.isThere(key, sight))
            .orElseThrow(NotFoundException::new);
    PastQuestion question = PastQuestion.of(post.account(), post.id(), at, view, page, comment);
    ZoneId zone = rules.district().current().value().timeZone();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Optional<Instant> moment = question.moment(zone, now);
    Sentence mistake = question.mistake(moment, now);
    if (!mistake.isEmpty()) {
      return answer(PastPage.mistaken(question, zone, mistake, now, null));
    }
    // Stands in the audit log before anything is read.
    audit.add(
        viewer.userName(),
        "thread-read",
        post.account() + " " + post.id(),
        "as of %s; %s"
            .formatted(moment.orElseThrow(), question.full() ? "in full" : "as the public saw it"));
    return answer(desk.page(question, moment.orElseThrow(), now, sight));
  }

  private static Response answer(PastPage page) {
    return Response.status(page.problem().isEmpty() ? 200 : 422)
        .entity(Templates.post(page))
        .build();
  }
}

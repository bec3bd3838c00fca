package hallmonitor.moderation.console.quality;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.MODERATOR;
import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.quality.QualityQueries.Figures;
import hallmonitor.moderation.console.quality.QualityQueries.Sample;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The check of allowed comments: one comment after the other, and the results. */
@Path("/quality")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class QualityPages {
  private static final int LONGEST_NOTE = 2_000;

  @CheckedTemplate(basePath = "console/quality")
  static class Templates {
    static native TemplateInstance quality(
        @Nullable Sample sample,
        List<Figures> figures,
        List<Category> categories,
        Sentence problem);
  }

  private final QualityQueries queries;
  private final RequestAudit audit;
  private final Viewer viewer;

  QualityPages(QualityQueries queries, RequestAudit audit, Viewer viewer) {
    this.queries = queries;
    this.audit = audit;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance page() {
    return page(Sentence.NONE);
  }

  private TemplateInstance page(Sentence problem) {
    Optional<Sample> sample = queries.next(viewer.scope());
    sample.ifPresent(
        s -> audit.add(viewer.userName(), "sample-read", "sample " + s.sampleId(), ""));
    return Templates.quality(
        sample.orElse(null),
        List.of(queries.figures(30, viewer.scope()), queries.figures(90, viewer.scope())),
        Category.judged(),
        problem);
  }

  /**
   * Judges a sample.
   *
   * @param answer {@code right} or {@code wrong}
   * @param category label of what was missed; required with {@code wrong}
   */
  @POST
  @RolesAllowed({MODERATOR, ADMINISTRATOR})
  @Path("{id}")
  public Response judge(
      @PathParam("id") UUID id,
      @FormParam("answer") String answer,
      @FormParam("category") String category,
      @FormParam("note") String note) {
    if (!queries.isThere(id, viewer.scope())) {
      throw new NotFoundException();
    }
    boolean right = "right".equals(answer);
    String missed = right || category == null ? "" : category;
    boolean known = Category.of(missed).filter(Category.judged()::contains).isPresent();
    String words = note == null ? "" : note.replace("\0", "").strip();
    if (!right && !known) {
      return refused(Sentence.of("Choose what was missed, then submit again."));
    }
    if (words.length() > LONGEST_NOTE) {
      return refused(Sentence.of("The note is too long. Shorten it to 2,000 characters."));
    }
    return queries.judge(id, right, missed, words, viewer.userName(), viewer.scope())
        ? Response.seeOther(URI.create("/quality")).build()
        : refused(
            Sentence.of(
                "Someone already answered this one. Nothing was changed. Here is the next."));
  }

  private Response refused(Sentence sentence) {
    return Response.status(409).entity(page(sentence)).build();
  }
}

package hallmonitor.moderation.console.answer;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.console.page.StaleView;
import hallmonitor.moderation.console.request.RequestQueries;
import hallmonitor.moderation.console.request.RequestView;
import hallmonitor.moderation.store.answer.AnswerOffice;
import hallmonitor.moderation.store.answer.AnswerParts;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The package of an answer: making it, what was found in it, and the file. */
@Path("/requests/{id}/answer")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
public class AnswerFilePages {
  static final Sentence GONE =
      Sentence.of("This package is no longer there, or not yet. Make it again.");

  private static final int LONGEST_NOTE = 2_000;

  private final RequestQueries requests;
  private final AnswerDesk desk;
  private final AnswerQueries answers;
  private final WrittenLetter written;
  private final AnswerOffice office;
  private final AnswerParts parts;
  private final RequestAudit audit;
  private final Viewer viewer;

  AnswerFilePages(
      RequestQueries requests,
      AnswerDesk desk,
      AnswerQueries answers,
      WrittenLetter written,
      AnswerOffice office,
      AnswerParts parts,
      RequestAudit audit,
      Viewer viewer) {
    this.requests = requests;
    this.desk = desk;
    this.answers = answers;
    this.written = written;
    this.office = office;
    this.parts = parts;
    this.audit = audit;
    this.viewer = viewer;
  }

  private RequestView find(UUID id) {
    return requests.find(id, true).orElseThrow(NotFoundException::new);
  }

  private static Response back(UUID id) {
    return Response.seeOther(URI.create("/requests/" + id + "/answer#package")).build();
  }

  private Response refused(RequestView request, Sentence why) {
    return Response.status(409).entity(desk.page(request, why)).build();
  }

  /** Returns how far the package is, as a part of the page, which asks again while it is made. */
  @GET
  @Path("progress")
  public TemplateInstance progress(@PathParam("id") UUID id) {
    return desk.progress(find(id));
  }

  /** Begins the package, with the letter as it is now. */
  @POST
  @Path("package")
  public Response make(@PathParam("id") UUID id) {
    RequestView request = find(id);
    try {
      String decisions = office.decisions(id);
      List<String> letter =
          written.filled(request, written.draft(request).words(), viewer.getDisplayName());
      office.begin(id, String.join("\n\n", letter), decisions, viewer.userName());
      return back(id);
    } catch (NotLegal e) {
      return refused(request, e.sentence());
    }
  }

  /**
   * Says that the same words may stand in some places, because a person looked.
   *
   * @param item that the words belong to
   * @param places that were found
   */
  @POST
  @Path("passes")
  public Response pass(
      @PathParam("id") UUID id,
      @FormParam("item") long item,
      @FormParam("place") List<String> places,
      @FormParam("note") @Nullable String note) {
    RequestView request = find(id);
    String words = note == null ? "" : note.replace("\0", "").strip();
    if (places.isEmpty()) {
      return refused(request, Sentence.of("Choose the places where the same words may stand."));
    }
    AnswerView made =
        answers.newest(id).filter(a -> found(a, item).containsAll(places)).orElse(null);
    if (made == null) {
      return refused(request, GONE);
    }
    if (words.isEmpty() || words.length() > LONGEST_NOTE) {
      return refused(
          request,
          Sentence.of(
              "Say in 1 to {1} characters why the same words may stand there.",
              DisplayLabels.count(LONGEST_NOTE)));
    }
    try {
      office.pass(id, made.answerId(), item, places, words, viewer.userName());
      return back(id);
    } catch (NotLegal e) {
      return refused(request, e.sentence());
    }
  }

  /** Returns the places where words of an item were found. */
  private List<String> found(AnswerView made, long item) {
    return answers.leaks(made.answerId()).stream()
        .filter(leak -> leak.itemNo() == item)
        .map(LeakView::place)
        .toList();
  }

  /**
   * Sends the package to the person who asks here. That it was is on record before its first byte.
   */
  @GET
  @Path("{answer}/file")
  @Produces({"application/zip", MediaType.TEXT_HTML})
  public Response file(@PathParam("id") UUID id, @PathParam("answer") UUID answer) {
    RequestView request = find(id);
    AnswerView view =
        answers.newest(id).filter(a -> a.answerId().equals(answer) && a.isReady()).orElse(null);
    if (view == null) {
      return StaleView.at("/requests/" + id + "/answer", GONE);
    }
    audit.add(
        viewer.userName(),
        "request-answer-downloaded",
        "request " + request.number(),
        "SHA-256 " + view.sha256());
    StreamingOutput content =
        out -> {
          try (InputStream in = parts.open(answer)) {
            in.transferTo(out);
          }
        };
    return Response.ok(content, "application/zip")
        .header(HttpHeaders.CONTENT_LENGTH, view.bytes())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"answer-%s.zip\"".formatted(request.number()))
        .build();
  }
}

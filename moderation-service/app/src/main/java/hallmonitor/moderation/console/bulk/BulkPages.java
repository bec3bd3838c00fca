package hallmonitor.moderation.console.bulk;

import static hallmonitor.moderation.console.access.Permission.ACT;

import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.SeenCase;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.cases.DecidingForms;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.store.cases.BulkDecisions;
import hallmonitor.moderation.store.cases.BulkDecisions.Bulk;
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
import java.util.stream.Stream;

/** One decision on several cases: first a preview, then the decision, then the result for each. */
@Path("/bulk")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ACT)
public class BulkPages {
  /**
   * A preview.
   *
   * @param clause for all; empty for each case's own
   */
  public record Preview(
      UUID formId,
      Decision.Kind kind,
      String clause,
      String reason,
      String note,
      List<BulkItem> items,
      List<Clause> clauses,
      List<String> reasons) {
    public String getCode() {
      return EnumCodes.of(kind);
    }

    public long getLegal() {
      return items.stream().filter(BulkItem::isLegal).count();
    }
  }

  @CheckedTemplate(basePath = "console/bulk")
  static class Templates {
    static native TemplateInstance bulkPreview(Preview preview, Sentence problem);

    static native TemplateInstance bulkRefused(Sentence sentence);

    static native TemplateInstance bulkDone(BulkQueries.Done done);
  }

  private final BulkQueries queries;
  private final BulkDecisions bulks;
  private final DecidingForms forms;
  private final Viewer viewer;

  BulkPages(BulkQueries queries, BulkDecisions bulks, DecidingForms forms, Viewer viewer) {
    this.queries = queries;
    this.bulks = bulks;
    this.forms = forms;
    this.viewer = viewer;
  }

  /**
   * Shows for each case what would happen; changes nothing yet.
   *
   * @param ids as chosen in a list
   * @param items as an earlier preview showed them
   */
  @POST
  @Path("preview")
  public Response preview(
      @FormParam("case") List<UUID> ids,
      @FormParam("item") List<String> items,
      @FormParam("decision") String code,
      @FormParam("clause") String clause,
      @FormParam("reason") String reason,
      @FormParam("note") String note) {
    List<UUID> chosen =
        Stream.concat(
                Stream.ofNullable(ids).flatMap(List::stream),
                Stream.ofNullable(items).flatMap(List::stream).map(i -> item(i).caseId()))
            .distinct()
            .toList();
    Sentence unusable = unusable(chosen.size());
    if (!unusable.isEmpty()) {
      return refused(unusable);
    }
    Decision.Kind kind = kind(code);
    return Response.ok(previewPage(chosen, kind, clause, reason, note, Sentence.NONE)).build();
  }

  private TemplateInstance previewPage(
      List<UUID> ids,
      Decision.Kind kind,
      String clause,
      String reason,
      String note,
      Sentence problem) {
    Sentence said = problem;
    Optional<Clause> named = Optional.empty();
    try {
      named = forms.clause(clause);
    } catch (DecidingForms.Unusable e) {
      said = e.sentence();
    }
    return Templates.bulkPreview(
        new Preview(
            UUID.randomUUID(),
            kind,
            named.map(Clause::id).orElse(""),
            reason == null ? "" : reason,
            note == null ? "" : note,
            queries.items(ids, kind, named, viewer.scope()),
            forms.clauses(),
            forms.reasons()),
        said);
  }

  /**
   * Carries out the decision.
   *
   * @param items each {@code case id/version} as the preview showed it
   */
  @POST
  public Response carryOut(
      @FormParam("form") UUID form,
      @FormParam("item") List<String> items,
      @FormParam("decision") String code,
      @FormParam("clause") String clause,
      @FormParam("reason") String reason,
      @FormParam("note") String note) {
    if (form == null || items == null || items.isEmpty() || items.size() > BulkDecisions.MOST) {
      return refused(
          Sentence.of("There is nothing to do for these cases. Select cases in the queue again."));
    }
    List<SeenCase> chosen = items.stream().map(BulkPages::item).toList();
    List<UUID> ids = chosen.stream().map(SeenCase::caseId).distinct().toList();
    if (queries.seen(ids, viewer.scope()) != ids.size()) {
      throw new NotFoundException();
    }
    Decision.Kind kind = kind(code);
    try {
      Bulk bulk =
          new Bulk(
              form,
              viewer.userName(),
              kind,
              forms.clause(clause),
              DecidingForms.words(reason, note),
              chosen);
      if (bulks.carryOut(bulk).isEmpty()) {
        throw new NotFoundException();
      }
    } catch (DecidingForms.Unusable e) {
      return Response.status(409)
          .entity(previewPage(ids, kind, clause, reason, note, e.sentence()))
          .build();
    }
    return Response.seeOther(URI.create("/bulk/" + form)).build();
  }

  /** Shows the result for each case. */
  @GET
  @Path("{id}")
  public TemplateInstance done(@PathParam("id") UUID id) {
    return Templates.bulkDone(queries.done(id, viewer.scope()).orElseThrow(NotFoundException::new));
  }

  /** Returns what is wrong with the number of chosen cases; empty if nothing is. */
  static Sentence unusable(int chosen) {
    if (chosen == 0) {
      return Sentence.of(
          "No case is selected. Check the cases in the queue, then choose what to do.");
    }
    return chosen > BulkDecisions.MOST
        ? Sentence.of("You can decide at most 200 cases at once. Select fewer.")
        : Sentence.NONE;
  }

  static Response refused(Sentence sentence) {
    return Response.status(409).entity(Templates.bulkRefused(sentence)).build();
  }

  static SeenCase item(String text) {
    try {
      int slash = text.indexOf('/');
      return new SeenCase(
          UUID.fromString(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new NotFoundException();
    }
  }

  private static Decision.Kind kind(String code) {
    try {
      return EnumCodes.read(Decision.Kind.class, String.valueOf(code));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException();
    }
  }
}

package hallmonitor.moderation.console.policy;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;

import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.drafting.DraftRejected;
import hallmonitor.moderation.drafting.Drafts;
import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.moderation.policy.file.PolicyText;
import hallmonitor.moderation.policy.file.WrittenClause;
import hallmonitor.moderation.policy.file.WrittenClause.Condition;
import hallmonitor.moderation.policy.file.WrittenConsequence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Forms for the parts of a policy draft: its title, its words, each clause. */
@Path("/policy/clauses/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ADMINISTRATOR)
public class ClausePages {
  private static final Condition ASKED = new Condition("", "", List.of(), "");

  /** The input of a clause's form; parallel lists with one item per condition. */
  public static class ClauseForm {
    @FormParam("revision")
    int revision;

    @FormParam("number")
    @Nullable String number;

    @FormParam("title")
    @Nullable String title;

    @FormParam("title-es")
    @Nullable String spanishTitle;

    @FormParam("wording")
    @Nullable String wording;

    @FormParam("wording-es")
    @Nullable String spanishWording;

    @FormParam("category")
    @Nullable List<String> category;

    @FormParam("at-least")
    @Nullable List<String> atLeast;

    @FormParam("accounts")
    @Nullable List<String> accounts;

    @FormParam("strikes")
    @Nullable List<String> strikes;

    @FormParam("then")
    @Nullable List<String> then;

    @FormParam("role")
    @Nullable List<String> role;

    @FormParam("urgency")
    @Nullable String urgency;

    WrittenClause clause() {
      List<Condition> when = new ArrayList<>();
      for (int i = 0; category != null && i < category.size(); i++) {
        Condition condition =
            new Condition(
                Fields.at(category, i),
                Fields.at(atLeast, i),
                list(Fields.at(accounts, i)),
                Fields.at(strikes, i));
        if (!condition.equals(ASKED) && !condition.category().isEmpty()) {
          when.add(condition);
        }
      }
      List<String> roles =
          role == null ? List.of() : role.stream().map(r -> Fields.line(r, 80)).toList();
      return new WrittenClause(
          Fields.line(number, 40),
          Fields.line(title, 200),
          Fields.line(spanishTitle, 200),
          Fields.line(wording, 2_000),
          Fields.line(spanishWording, 2_000),
          when,
          new WrittenConsequence(
              has("hide"),
              has("review"),
              has("danger") ? "danger" : "",
              has("strike"),
              has("escalate"),
              roles,
              has("escalate") ? Fields.line(urgency, 40) : ""));
    }

    private boolean has(String consequence) {
      return then != null && then.contains(consequence);
    }

    private static List<String> list(String kinds) {
      return Arrays.stream(kinds.split(",")).map(String::strip).filter(k -> !k.isEmpty()).toList();
    }
  }

  @CheckedTemplate(basePath = "console/policy")
  static class Templates {
    static native TemplateInstance draftClause(ClausePage item, PageMessage message);
  }

  private final DraftDesk desk;
  private final Drafts drafts;
  private final ThresholdFigures figures;
  private final Viewer viewer;

  ClausePages(DraftDesk desk, Drafts drafts, ThresholdFigures figures, Viewer viewer) {
    this.desk = desk;
    this.drafts = drafts;
    this.figures = figures;
    this.viewer = viewer;
  }

  /** Shows a clause, or an empty form after the last. */
  @GET
  @Path("{index}")
  public TemplateInstance one(@PathParam("id") long id, @PathParam("index") int index) {
    return Templates.draftClause(page(id, index), PageMessage.NONE);
  }

  private ClausePage page(long id, int index) {
    DraftPage file = desk.page(id);
    List<WrittenClause> clauses = file.getClauses();
    if (file.policy().isEmpty() || index < 0 || index > clauses.size()) {
      throw new NotFoundException();
    }
    WrittenClause clause =
        index < clauses.size()
            ? clauses.get(index)
            : new WrittenClause("", "", "", "", "", List.of(), WrittenConsequence.REVIEW);
    return new ClausePage(
        file,
        index,
        clause,
        file.mistakes().stream().filter(m -> m.clause() == index).toList(),
        figures);
  }

  /** Saves a clause or appends a new one. Any input is kept and checked. */
  @POST
  @Path("{index}")
  public Response save(
      @PathParam("id") long id, @PathParam("index") int index, @BeanParam ClauseForm form) {
    page(id, index);
    PolicyText text = text(id);
    WrittenClause clause = form.clause();
    boolean added = index == text.written().clauses().size();
    String body = added ? text.adding(index, clause) : text.with(index, clause);
    try {
      drafts.save(id, form.revision, body, "clause " + clause.id(), viewer.userName());
      desk.changed(id);
    } catch (DraftRejected e) {
      return refused(id, e, PolicyText.of(clause));
    }
    boolean mended = page(id, index).mistakes().isEmpty();
    return mended
        ? DraftPages.to(id, "#clause-" + index)
        : Response.seeOther(java.net.URI.create("/policy/clauses/" + id + "/" + index)).build();
  }

  @POST
  @Path("{index}/remove")
  public Response remove(
      @PathParam("id") long id,
      @PathParam("index") int index,
      @FormParam("revision") int revision) {
    PolicyText text = text(id);
    if (index < 0 || index >= text.written().clauses().size()) {
      throw new NotFoundException();
    }
    String number = text.written().clauses().get(index).id();
    return save(id, revision, text.without(index), "clause " + number + " removed", "");
  }

  @POST
  @Path("words")
  public Response words(
      @PathParam("id") long id,
      @FormParam("revision") int revision,
      @FormParam("profanity") String profanity,
      @FormParam("doubtful") String doubtful,
      @FormParam("allowed") String allowed) {
    NamedWords words =
        new NamedWords(Fields.words(profanity), Fields.words(doubtful), Fields.words(allowed));
    return save(
        id,
        revision,
        text(id).naming(words),
        "words",
        Stream.of(words.profanity(), words.doubtful(), words.allowed())
            .map(list -> String.join("\n", list))
            .collect(Collectors.joining("\n\n")));
  }

  @POST
  @Path("title")
  public Response title(
      @PathParam("id") long id,
      @FormParam("revision") int revision,
      @FormParam("title") String title) {
    String line = Fields.line(title, 200);
    return save(id, revision, text(id).titled(line), "title", line);
  }

  private Response save(long id, int revision, String body, String what, String written) {
    try {
      drafts.save(id, revision, body, what, viewer.userName());
      desk.changed(id);
      return DraftPages.to(id, "");
    } catch (DraftRejected e) {
      return refused(id, e, written);
    }
  }

  private Response refused(long id, DraftRejected e, String written) {
    return Response.status(409)
        .entity(
            DraftPages.Templates.draft(
                desk.page(id), PageMessage.problem(e.sentence(), written.strip())))
        .build();
  }

  private PolicyText text(long id) {
    return desk.find(id).isPolicy()
        ? PolicyText.of(desk.find(id).body()).orElseThrow(NotFoundException::new)
        : notFound();
  }

  private static PolicyText notFound() {
    throw new NotFoundException();
  }
}

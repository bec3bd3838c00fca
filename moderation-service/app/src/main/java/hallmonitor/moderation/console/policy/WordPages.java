package hallmonitor.moderation.console.policy;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.drafting.Draft;
import hallmonitor.moderation.drafting.Drafts;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tries a sentence on a draft's words. It is neither stored nor logged. */
@Path("/policy/words/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ADMINISTRATOR)
public class WordPages {
  private static final int LONGEST = 2_000;

  /** Words that were found. */
  public record Match(String words, String category, double score, String why) {}

  /**
   * The word lists' result for a sentence.
   *
   * @param outcome of the draft by these alone
   * @param clauses that hold
   */
  public record Tried(
      Draft draft, String sentence, List<Match> matches, String outcome, List<String> clauses) {}

  @CheckedTemplate(basePath = "console/policy")
  static class Templates {
    static native TemplateInstance wordsTried(Tried tried);
  }

  private final DraftDesk desk;
  private final Drafts drafts;
  private final LiveRules rules;

  WordPages(DraftDesk desk, Drafts drafts, LiveRules rules) {
    this.desk = desk;
    this.drafts = drafts;
    this.rules = rules;
  }

  @POST
  public Response tried(@PathParam("id") long id, @FormParam("sentence") String typed) {
    Draft draft = desk.find(id);
    String text = Fields.text(typed).strip();
    String sentence = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    Optional<Policy> policy = drafts.lint(draft).policy();
    if (policy.isEmpty()) {
      return Response.status(409)
          .entity(
              DraftPages.Templates.draft(
                  desk.page(id),
                  PageMessage.problem(
                      Sentence.of("Fix the draft's mistakes first. Then a sentence can be tried."),
                      sentence)))
          .build();
    }
    return Response.ok(Templates.wordsTried(tried(draft, sentence, policy.get()))).build();
  }

  private Tried tried(Draft draft, String sentence, Policy policy) {
    Comment comment = Comment.of(sentence, "", "", Optional.empty(), "school");
    List<Finding> findings = StandardDetectors.words(rules.names(), policy.words()).detect(comment);
    Verdict verdict = policy.judge(findings, "school");
    return new Tried(
        draft,
        sentence,
        findings.stream().map(finding -> match(finding, sentence)).toList(),
        EnumCodes.of(verdict.outcome()),
        verdict.hits().stream().map(hit -> hit.clause().id()).toList());
  }

  private static Match match(Finding finding, String sentence) {
    String words =
        finding.spans().stream()
            .map(span -> sentence.substring(span.from(), span.to()))
            .collect(Collectors.joining(", "));
    return new Match(words, finding.category().label(), finding.score(), finding.why());
  }
}

package hallmonitor.moderation.console.policy;

import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.drafting.Document;
import hallmonitor.moderation.drafting.DocumentFiles;
import hallmonitor.moderation.drafting.DocumentVersion;
import hallmonitor.moderation.drafting.Draft;
import hallmonitor.moderation.drafting.Drafts;
import hallmonitor.moderation.drafting.FileSynchronizer;
import hallmonitor.moderation.drafting.Versions;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.change.TextLines;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District;
import hallmonitor.settings.yaml.FileProblem;
import hallmonitor.settings.yaml.WatchedFile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The current policy as people read it, all earlier versions, and the differences of any two. */
@Path("/policy")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class PolicyPages {
  /**
   * The current policy.
   *
   * @param source since when it applies, and who published it; null until recorded
   * @param problems of rejected newer files
   * @param faults that prevent a published version from taking effect
   * @param latest the latest change; null as long as nothing was changed
   * @param clauses as people read them
   */
  public record CurrentPolicy(
      Policy policy,
      String version,
      @Nullable DocumentVersion source,
      District district,
      List<FileProblem> problems,
      List<Sentence> faults,
      List<Draft> drafts,
      List<InForceDocument> documents,
      @Nullable VersionChange latest,
      List<ReadClause> clauses) {
    /** Returns whether nothing was changed since the installation. */
    public boolean isFirst() {
      return source != null && source.isByHand() && latest == null;
    }

    /** Returns whether a clause opens a chapter. */
    public boolean opens(int index) {
      return index > 0 && clauses.get(index).isFirstAfter(clauses.get(index - 1));
    }
  }

  /**
   * A current document.
   *
   * @param written whether there is a file; otherwise the default one applies
   * @param source null until recorded
   */
  public record InForceDocument(
      String code,
      String file,
      String version,
      boolean written,
      @Nullable DocumentVersion source) {}

  /** Two versions side by side. */
  public record Comparison(
      DocumentVersion from,
      DocumentVersion to,
      List<Sentence> sentences,
      List<TextLines.Line> lines) {}

  @CheckedTemplate(basePath = "console/policy")
  static class Templates {
    static native TemplateInstance policy(CurrentPolicy file);

    static native TemplateInstance policyVersions(
        String document, String file, List<Document> documents, List<VersionChange> versions);

    static native TemplateInstance policyVersion(DocumentVersion item);

    static native TemplateInstance policyCompare(Comparison both);
  }

  private final LiveRules rules;
  private final ConsoleDatabase database;
  private final FileSynchronizer files;
  private final DocumentFiles documents;
  private final Drafts drafts;
  private final ThresholdFigures figures;
  private final ReadableDocuments readable;

  PolicyPages(
      LiveRules rules,
      ConsoleDatabase database,
      FileSynchronizer files,
      DocumentFiles documents,
      Drafts drafts,
      ThresholdFigures figures,
      ReadableDocuments readable) {
    this.readable = readable;
    this.figures = figures;
    this.rules = rules;
    this.database = database;
    this.files = files;
    this.documents = documents;
    this.drafts = drafts;
  }

  @GET
  public TemplateInstance policy() {
    List<InForceDocument> all = Arrays.stream(Document.values()).map(this::inForce).toList();
    String code = Document.POLICY.code();
    InForceDocument policy =
        all.stream().filter(d -> d.code().equals(code)).findFirst().orElseThrow();
    return Templates.policy(
        new CurrentPolicy(
            rules.policy().current().value(),
            policy.version(),
            policy.source(),
            rules.district().current().value(),
            documents.problems(),
            files.faults(),
            drafts.underWork().stream().filter(d -> readable.may(d.document())).toList(),
            all.stream().filter(d -> readable.may(d.code())).toList(),
            VersionChange.latest(database, Document.POLICY)
                .filter(change -> change.version().version().equals(policy.version()))
                .orElse(null),
            rules.policy().current().value().clauses().stream()
                .map(clause -> ReadClause.of(clause, figures))
                .toList()));
  }

  private InForceDocument inForce(Document document) {
    WatchedFile.Version<?> current = documents.current(document);
    Optional<DocumentVersion> source =
        database
            .read(h -> Versions.newest(h, document))
            .filter(newest -> newest.version().equals(current.version()));
    return new InForceDocument(
        document.code(),
        document.file(),
        current.version(),
        !current.text().isBlank(),
        source.orElse(null));
  }

  @GET
  @Path("versions")
  public TemplateInstance versions(@QueryParam("of") String code) {
    Document document = code == null ? Document.POLICY : document(code);
    return Templates.policyVersions(
        document.code(), document.file(), readable.all(), VersionChange.all(database, document));
  }

  @GET
  @Path("versions/{id}")
  public TemplateInstance version(@PathParam("id") long id) {
    return Templates.policyVersion(find(id));
  }

  /** Compares two versions of one document. */
  @GET
  @Path("compare")
  public TemplateInstance compare(@QueryParam("from") long from, @QueryParam("to") long to) {
    DocumentVersion before = find(from);
    DocumentVersion after = find(to);
    if (!before.document().equals(after.document())) {
      throw new NotFoundException();
    }
    return Templates.policyCompare(
        new Comparison(
            before,
            after,
            Differences.inWords(document(before.document()), before.body(), after.body()),
            TextLines.between(before.body(), after.body())));
  }

  private DocumentVersion find(long id) {
    DocumentVersion found =
        database.read(h -> Versions.find(h, id)).orElseThrow(NotFoundException::new);
    readable.of(found.document());
    return found;
  }

  private Document document(String code) {
    return readable.of(code);
  }
}

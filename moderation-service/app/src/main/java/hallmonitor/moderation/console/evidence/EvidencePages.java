package hallmonitor.moderation.console.evidence;

import static hallmonitor.moderation.console.access.Permission.AUDIT;

import hallmonitor.contract.event.EvidenceResult.LedgerSeen;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.page.StaleView;
import hallmonitor.moderation.store.evidence.EvidenceLedger;
import hallmonitor.moderation.store.evidence.EvidenceVerifications;
import hallmonitor.moderation.store.evidence.OrderLimit;
import hallmonitor.moderation.wording.Sentence;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** How the ledger stands, and verifications of it and of packages. */
@Path("/evidence")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(AUDIT)
public class EvidencePages {
  /** Says that a person asked for as many as a day has. */
  public static final Sentence TOO_MANY =
      Sentence.of(
          "You have asked for {1} within 24 hours, which is the most. Ask again tomorrow.",
          Integer.toString(OrderLimit.A_DAY));

  private static final int LONGEST_NAME = 200;

  /**
   * The page's content.
   *
   * @param seen how the ledger stands; null if the notifier never said
   * @param latest the newest verification of the ledger; null if there is none
   * @param form id of the form that asks for one
   */
  public record Overview(
      @Nullable LedgerSeen seen,
      @Nullable VerificationView latest,
      List<VerificationView> verifications,
      UUID form) {
    public long getUnsigned() {
      return seen == null ? 0 : seen.records() - seen.signed().map(s -> s.sequence()).orElse(0L);
    }
  }

  @CheckedTemplate(basePath = "console/evidence")
  static class Templates {
    static native TemplateInstance evidence(Overview overview, CharSequence problem);

    static native TemplateInstance verification(VerificationView view);

    static native TemplateInstance verificationResult(VerificationView view);
  }

  private final VerificationQueries queries;
  private final EvidenceVerifications verifications;
  private final EvidenceLedger ledger;
  private final VerificationCertificate certificate;
  private final RequestAudit audit;
  private final Viewer viewer;

  EvidencePages(
      VerificationQueries queries,
      EvidenceVerifications verifications,
      EvidenceLedger ledger,
      VerificationCertificate certificate,
      RequestAudit audit,
      Viewer viewer) {
    this.queries = queries;
    this.verifications = verifications;
    this.ledger = ledger;
    this.certificate = certificate;
    this.audit = audit;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance page() {
    return page(Sentence.NONE);
  }

  private TemplateInstance page(Sentence problem) {
    return Templates.evidence(
        new Overview(
            ledger.seen().orElse(null),
            queries.ledger().orElse(null),
            queries.newest(viewer.userName(), viewer.scope()),
            UUID.randomUUID()),
        problem);
  }

  /** Asks for a verification of the whole ledger. */
  @POST
  @Path("ledger")
  public Response verifyLedger(@FormParam("form") UUID form) {
    UUID id = form == null ? UUID.randomUUID() : form;
    return verifications
        .orderLedger(id, viewer.userName())
        .map(EvidencePages::to)
        .orElseGet(() -> refused(TOO_MANY));
  }

  /** Takes a package and asks for its verification. Nothing of the file stays in the console. */
  @POST
  @Path("files")
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  public Response verifyFile(@RestForm("file") FileUpload file) throws IOException {
    if (file == null || file.size() == 0) {
      return refused(Sentence.of("Choose the file of a package, such as evidence.zip."));
    }
    UUID id = UUID.randomUUID();
    try (InputStream content = Files.newInputStream(file.uploadedFile())) {
      return switch (verifications.orderFile(
          id, name(file.fileName()), content, viewer.userName())) {
        case TOO_MANY -> refused(TOO_MANY);
        case NOT_HEARD ->
            refused(
                Sentence.of(
                    "The notifier, which keeps the evidence, has not been heard yet. Check that it is running, then ask again."));
        default -> to(id);
      };
    }
  }

  /** The name is only shown: folders in it, and what no screen shows, are left out. */
  private static String name(@Nullable String sent) {
    String name =
        sent == null ? "" : sent.replaceAll(".*[/\\\\]", "").replaceAll("\\p{C}", "").strip();
    return name.isEmpty() ? "package" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
  }

  private Response refused(Sentence why) {
    return Response.status(422).entity(page(why)).build();
  }

  private static Response to(UUID id) {
    return Response.seeOther(URI.create("/evidence/verifications/" + id)).build();
  }

  @GET
  @Path("verifications/{order}")
  public TemplateInstance verification(@PathParam("order") UUID order) {
    return Templates.verification(find(order));
  }

  /** Returns only the result, for a page that waits. */
  @GET
  @Path("verifications/{order}/result")
  public TemplateInstance result(@PathParam("order") UUID order) {
    return Templates.verificationResult(find(order));
  }

  /** Returns the certificate on paper. */
  @GET
  @Path("verifications/{order}/certificate.pdf")
  @Produces({"application/pdf", MediaType.TEXT_HTML})
  public Response certificate(@PathParam("order") UUID order) {
    VerificationView view = find(order);
    if (!view.isDone()) {
      return StaleView.at(
          "/evidence/verifications/" + order, Sentence.of("There is no result yet to certify."));
    }
    audit.add(viewer.userName(), "verification-downloaded", "verification " + order, "");
    return Response.ok(certificate.pdf(view), "application/pdf")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"verification-%s.pdf\"".formatted(order))
        .build();
  }

  private VerificationView find(UUID order) {
    return queries
        .find(order, viewer.userName(), viewer.scope())
        .orElseThrow(NotFoundException::new);
  }
}

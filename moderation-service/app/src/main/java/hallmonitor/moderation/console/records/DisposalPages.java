package hallmonitor.moderation.console.records;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;
import static hallmonitor.moderation.console.access.Permission.AUDIT;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.Proposal.Answer;
import hallmonitor.moderation.casework.RecordKind;
import hallmonitor.moderation.casework.Retention;
import hallmonitor.moderation.casework.RetentionRule;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.cases.DecidingForms;
import hallmonitor.moderation.console.cases.DecidingForms.Unusable;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.console.proposals.SecondPerson;
import hallmonitor.moderation.console.records.RecordsForm.Mistaken;
import hallmonitor.moderation.pipeline.rules.DecisionSettings;
import hallmonitor.moderation.store.records.Disposals;
import hallmonitor.moderation.store.records.Disposals.DisposalRequest;
import hallmonitor.moderation.store.records.Disposals.Who;
import hallmonitor.moderation.wording.Sentence;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Disposals: first a preview, then a proposal, then a second person; at the end a certificate. */
@Path("/records/disposals")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(AUDIT)
public class DisposalPages {
  /** The raw input. */
  public static final class DisposalFormValues {
    @FormParam("form")
    @Nullable UUID form;

    @FormParam("rule")
    @Nullable String rule;

    @FormParam("building")
    @Nullable String building;

    @FormParam("account")
    @Nullable String account;

    @FormParam("before")
    @Nullable String before;

    @FormParam("approval")
    @Nullable String approval;

    @FormParam("reason")
    @Nullable String reason;
  }

  /** A request with its effects. */
  public record DisposalDraft(DisposalRequest asked, RuleView rule, DisposalPreview preview) {}

  /**
   * A disposal.
   *
   * @param preview what it would do now; null once it was answered
   * @param approver whether the viewer's role may be the second person
   */
  public record File(
      DisposalView view,
      @Nullable DisposalPreview preview,
      boolean keeps,
      boolean approver,
      String approvers,
      String userName,
      CharSequence authority,
      CharSequence source) {}

  @CheckedTemplate(basePath = "console/records")
  static class Templates {
    static native TemplateInstance disposalPreview(DisposalDraft draft);

    static native TemplateInstance disposal(File file, CharSequence problem);

    static native TemplateInstance disposalProgress(DisposalView view);
  }

  private final RecordsPages records;
  private final SecondPerson second;
  private final RecordsQueries queries;
  private final DisposalPreviews previews;
  private final RecordPlaces places;
  private final Disposals disposals;
  private final Certificates certificates;
  private final RequestAudit audit;
  private final DecisionSettings settings;
  private final Viewer viewer;

  DisposalPages(
      RecordsPages records,
      SecondPerson second,
      RecordsQueries queries,
      DisposalPreviews previews,
      RecordPlaces places,
      Disposals disposals,
      Certificates certificates,
      RequestAudit audit,
      DecisionSettings settings,
      Viewer viewer) {
    this.settings = settings;
    this.records = records;
    this.second = second;
    this.queries = queries;
    this.previews = previews;
    this.places = places;
    this.disposals = disposals;
    this.certificates = certificates;
    this.audit = audit;
    this.viewer = viewer;
  }

  /** Shows what would be deleted and what would stay; proposes nothing yet. */
  @POST
  @Path("preview")
  @RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
  public Response preview(@BeanParam DisposalFormValues typed) {
    try {
      DisposalRequest asked = asked(typed);
      RetentionRule rule = disposals.check(asked);
      audit.add(viewer.userName(), "preview-disposal", "records", address(asked));
      return Response.ok(
              Templates.disposalPreview(
                  new DisposalDraft(asked, RuleView.of(rule, places.today()), previews.of(asked))))
          .build();
    } catch (NotLegal | Mistaken | Unusable e) {
      return Response.status(409).entity(records.page(Optional.empty(), e.sentence())).build();
    }
  }

  @POST
  @RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
  public Response propose(@BeanParam DisposalFormValues typed) {
    try {
      DisposalRequest asked = asked(typed);
      disposals.propose(asked);
      return Response.seeOther(URI.create("/records/disposals/" + asked.id())).build();
    } catch (NotLegal | Mistaken | Unusable e) {
      return Response.status(409).entity(records.page(Optional.empty(), e.sentence())).build();
    }
  }

  private DisposalRequest asked(DisposalFormValues typed) {
    RecordPlaces.Choice choice =
        places.choose(
            RecordsForm.text(typed.building), RecordsForm.text(typed.account), viewer.scope());
    Retention schedule = settings.get().retention();
    RetentionRule rule =
        schedule
            .rule(RecordsForm.text(typed.rule))
            .orElseThrow(() -> new Mistaken(Sentence.of("Choose which records.")));
    RecordKind kind = rule.kind();
    if (kind == RecordKind.ATTESTATIONS && !choice.account().isEmpty()) {
      throw new Mistaken(
          Sentence.of("Attestations belong to no account. Choose a school, or all of them."));
    }
    if (kind == RecordKind.RECORDS_REQUESTS
        && !(choice.account().isEmpty() && choice.building().isEmpty())) {
      throw new Mistaken(
          Sentence.of("Requests for records belong to the whole district. Choose all schools."));
    }
    LocalDate before =
        RecordsForm.day(typed.before)
            .orElseThrow(() -> new Mistaken(Sentence.of("Choose the day.")));
    return new DisposalRequest(
        RecordsForm.id(typed.form),
        kind,
        choice.building(),
        choice.account(),
        accounts(rule, schedule, choice),
        before,
        places.zone(),
        RecordsForm.name(
            typed.approval,
            Sentence.of(
                "Enter the number of the approval by {1}. Nothing is disposed of without one.",
                ReaderLanguage.chosen(rule.authority()))),
        RecordsForm.reason(typed.reason),
        who());
  }

  private List<String> accounts(
      RetentionRule rule, Retention schedule, RecordPlaces.Choice choice) {
    if (!rule.kind().isOfAccounts()) {
      return choice.accounts();
    }
    List<String> under = places.under(rule, schedule, choice.accounts());
    if (under.isEmpty()) {
      throw new Mistaken(
          Sentence.of("This rule governs no account there. Choose another rule or another place."));
    }
    return under;
  }

  private static String address(DisposalRequest asked) {
    return "%s before %s, %s"
        .formatted(EnumCodes.of(asked.kind()), asked.before(), String.join(" ", asked.accounts()));
  }

  @GET
  @Path("{id}")
  public TemplateInstance page(@PathParam("id") UUID id) {
    return page(find(id), "");
  }

  private TemplateInstance page(DisposalView view, CharSequence problem) {
    DisposalPreview preview = null;
    if (view.isWaiting()) {
      preview = previews.of(view.disposal());
      audit.add(viewer.userName(), "disposal-read", "disposal " + view.disposal().id(), "");
    }
    return Templates.disposal(
        new File(
            view,
            preview,
            viewer.isKeepsRecords(),
            second.may(Proposal.Kind.DISPOSE_RECORDS),
            second.roles(Proposal.Kind.DISPOSE_RECORDS),
            viewer.userName(),
            BasisWords.authority(view.disposal().basis(), settings.get().retention()),
            BasisWords.source(view.disposal().basis(), settings.get().retention())),
        problem);
  }

  /** Shows the progress, without a page around it. */
  @GET
  @Path("{id}/progress")
  public TemplateInstance progress(@PathParam("id") UUID id) {
    return Templates.disposalProgress(find(id));
  }

  @POST
  @Path("{id}")
  @RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
  public Response answer(
      @PathParam("id") UUID id, @FormParam("answer") String code, @FormParam("note") String note) {
    DisposalView view = find(id);
    Answer answer = SecondPerson.answer(code);
    try {
      if (answer != Answer.WITHDRAW) {
        second.must(Proposal.Kind.DISPOSE_RECORDS);
      }
      disposals.answer(id, answer, who(), DecidingForms.words("", note));
      return Response.seeOther(URI.create("/records/disposals/" + id)).build();
    } catch (NotLegal | Mistaken | Unusable e) {
      return Response.status(409).entity(page(view, e.sentence())).build();
    }
  }

  /** Returns the certificate as a table, one line per revision. */
  @GET
  @Path("{id}/certificate.csv")
  public Response csv(@PathParam("id") UUID id) {
    DisposalView view = done(id);
    StreamingOutput lines = out -> certificates.csv(view.disposal(), out);
    return download(view, lines, "csv", "text/csv;charset=UTF-8");
  }

  /** Returns its cover page, for filing: who, when, how many, and the table's hash. */
  @GET
  @Path("{id}/certificate.pdf")
  public Response pdf(@PathParam("id") UUID id) {
    DisposalView view = done(id);
    return download(view, certificates.pdf(view.disposal()), "pdf", "application/pdf");
  }

  private Response download(DisposalView view, Object file, String kind, String type) {
    UUID id = view.disposal().id();
    audit.add(
        viewer.userName(),
        "certificate-downloaded",
        "disposal " + id,
        kind + ", SHA-256 of the table " + view.getCertificate());
    return Response.ok(file, type)
        .header(
            "Content-Disposition",
            "attachment; filename=\"certificate-of-disposal-%s.%s\"".formatted(id, kind))
        .build();
  }

  private DisposalView done(UUID id) {
    DisposalView view = find(id);
    if (!view.isDone()) {
      throw new NotFoundException();
    }
    return view;
  }

  private Who who() {
    return new Who(viewer.userName(), viewer.getDisplayName());
  }

  private DisposalView find(UUID id) {
    return queries.disposal(id, viewer.scope()).orElseThrow(NotFoundException::new);
  }
}

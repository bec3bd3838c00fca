package hallmonitor.moderation.console.records;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.Proposal.Answer;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.cases.DecidingForms;
import hallmonitor.moderation.console.cases.DecidingForms.Unusable;
import hallmonitor.moderation.console.proposals.SecondPerson;
import hallmonitor.moderation.console.records.RecordPlaces.Choice;
import hallmonitor.moderation.console.records.RecordsForm.Mistaken;
import hallmonitor.moderation.console.records.RecordsQueries.Chosen;
import hallmonitor.moderation.store.records.Holds;
import hallmonitor.moderation.store.records.Holds.Covers;
import hallmonitor.moderation.store.records.Holds.HoldRequest;
import hallmonitor.moderation.wording.Sentence;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Holds: placed by one person, lifted by two. */
@Path("/records/holds")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
public class HoldPages {
  private final RecordsPages records;
  private final SecondPerson second;
  private final RecordsQueries queries;
  private final RecordPlaces places;
  private final Holds holds;
  private final Viewer viewer;

  HoldPages(
      RecordsPages records,
      SecondPerson second,
      RecordsQueries queries,
      RecordPlaces places,
      Holds holds,
      Viewer viewer) {
    this.records = records;
    this.second = second;
    this.queries = queries;
    this.places = places;
    this.holds = holds;
    this.viewer = viewer;
  }

  /**
   * Places a hold.
   *
   * @param covers {@code case}, {@code author} or {@code everything}
   * @param caseId a case, or one of the author's cases
   * @param account of everything, or of an author given by key
   * @param from first day of everything; empty for no limit, like {@code until}
   */
  @POST
  public Response place(
      @FormParam("form") UUID form,
      @FormParam("covers") String covers,
      @FormParam("case") String caseId,
      @FormParam("author-key") String authorKey,
      @FormParam("building") String building,
      @FormParam("account") String account,
      @FormParam("from") String from,
      @FormParam("until") String until,
      @FormParam("matter") String matter,
      @FormParam("reason") String reason) {
    UUID id = RecordsForm.id(form);
    return answer(
        id,
        chosen(caseId),
        () -> {
          String name =
              RecordsForm.name(
                  matter, Sentence.of("Enter the matter, such as a lawsuit or a records request."));
          String why = RecordsForm.reason(reason);
          holds.place(
              switch (covers(covers)) {
                case CASE -> ofCase(id, need(caseId), name, why);
                case AUTHOR ->
                    RecordsForm.text(authorKey).isEmpty()
                        ? ofAuthor(id, need(caseId), name, why)
                        : ofAuthor(
                            id, RecordsForm.text(account), RecordsForm.text(authorKey), name, why);
                case EVERYTHING ->
                    ofEverything(
                        id,
                        places.choose(
                            RecordsForm.text(building), RecordsForm.text(account), viewer.scope()),
                        RecordsForm.day(from),
                        RecordsForm.day(until),
                        name,
                        why);
              });
        });
  }

  private Chosen need(String caseId) {
    return chosen(caseId)
        .orElseThrow(
            () ->
                new Mistaken(
                    Sentence.of("Start from the case's page, which has a link to place a hold.")));
  }

  /** A case out of scope is treated as missing. */
  private Optional<Chosen> chosen(String caseId) {
    try {
      String text = RecordsForm.text(caseId);
      return text.isEmpty()
          ? Optional.empty()
          : queries.chosen(UUID.fromString(text), viewer.scope());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Covers covers(String code) {
    try {
      return EnumCodes.read(Covers.class, RecordsForm.text(code));
    } catch (IllegalArgumentException e) {
      throw new Mistaken(Sentence.of("Choose what the hold covers."));
    }
  }

  private HoldRequest ofCase(UUID id, Chosen chosen, String matter, String why) {
    return new HoldRequest(
        id,
        Covers.CASE,
        Optional.of(chosen.caseId()),
        "",
        "",
        chosen.authorName(),
        chosen.building(),
        Optional.empty(),
        Optional.empty(),
        matter,
        why,
        viewer.userName());
  }

  private HoldRequest ofAuthor(UUID id, Chosen of, String matter, String why) {
    return ofAuthor(id, of.account(), of.authorKey(), of.authorName(), of.building(), matter, why);
  }

  private HoldRequest ofAuthor(UUID id, String account, String key, String matter, String why) {
    if (!places.accounts(viewer.scope()).contains(account)) {
      throw new Mistaken(Sentence.of("Choose the account that the author wrote on."));
    }
    String name =
        queries
            .author(account, key)
            .orElseThrow(() -> new Mistaken(Sentence.of("Nobody has this key on this account.")));
    return ofAuthor(id, account, key, name, places.buildingOf(account), matter, why);
  }

  private HoldRequest ofAuthor(
      UUID id,
      String account,
      String key,
      String name,
      String building,
      String matter,
      String why) {
    return new HoldRequest(
        id,
        Covers.AUTHOR,
        Optional.empty(),
        account,
        key,
        name,
        building,
        Optional.empty(),
        Optional.empty(),
        matter,
        why,
        viewer.userName());
  }

  private HoldRequest ofEverything(
      UUID id,
      Choice choice,
      Optional<LocalDate> from,
      Optional<LocalDate> until,
      String matter,
      String why) {
    if (from.isPresent() && until.isPresent() && from.get().isAfter(until.get())) {
      throw new Mistaken(Sentence.of("The first day is after the last one."));
    }
    return new HoldRequest(
        id,
        Covers.EVERYTHING,
        Optional.empty(),
        choice.account(),
        "",
        "",
        choice.building(),
        from,
        until,
        matter,
        why,
        viewer.userName());
  }

  @POST
  @Path("{id}/lifting")
  public Response proposeLifting(
      @PathParam("id") UUID id, @FormParam("form") UUID form, @FormParam("reason") String reason) {
    find(id);
    return answer(
        id,
        Optional.empty(),
        () ->
            holds.proposeLifting(
                RecordsForm.id(form), id, viewer.userName(), RecordsForm.reason(reason)));
  }

  @POST
  @Path("{id}/lifting/{proposal}")
  public Response answerLifting(
      @PathParam("id") UUID id,
      @PathParam("proposal") UUID proposal,
      @FormParam("answer") String code,
      @FormParam("note") String note) {
    find(id);
    Answer answer = SecondPerson.answer(code);
    return answer(
        id,
        Optional.empty(),
        () -> {
          if (answer != Answer.WITHDRAW) {
            second.must(Proposal.Kind.LIFT_HOLD);
          }
          holds.answer(id, proposal, answer, viewer.userName(), DecidingForms.words("", note));
        });
  }

  /** Finds a hold that the viewer may act on; a district-wide one may be read-only. */
  private void find(UUID id) {
    if (queries.hold(id, viewer.scope()).filter(hold -> viewer.sees(hold.building())).isEmpty()) {
      throw new NotFoundException();
    }
  }

  private Response answer(UUID hold, Optional<Chosen> chosen, Runnable act) {
    try {
      act.run();
      return Response.seeOther(URI.create("/records#hold-" + hold)).build();
    } catch (NotLegal | Mistaken | Unusable e) {
      return Response.status(409).entity(records.page(chosen, e.sentence())).build();
    }
  }
}

package hallmonitor.moderation.console.request;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.redaction.ProposedRedaction;
import hallmonitor.moderation.casework.redaction.RedactedPart;
import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.casework.redaction.TextWords;
import hallmonitor.moderation.casework.redaction.WordChoice;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.store.request.RequestRedactions;
import hallmonitor.moderation.store.request.RequestRedactions.Chosen;
import hallmonitor.moderation.store.request.RequestRedactions.Rejected;
import hallmonitor.moderation.wording.Sentence;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of an item is redacted: chosen by a person, or proposed by a rule and confirmed by one. */
@Path("/requests/{id}/items/{item}/redactions")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
public class RedactionPages {
  private final ReviewPages review;
  private final RequestRedactions redactions;
  private final RedactionDesk desk;
  private final RequestOffice office;
  private final Viewer viewer;

  RedactionPages(
      ReviewPages review,
      RequestRedactions redactions,
      RedactionDesk desk,
      RequestOffice office,
      Viewer viewer) {
    this.review = review;
    this.redactions = redactions;
    this.desk = desk;
    this.office = office;
    this.viewer = viewer;
  }

  /**
   * Redacts what a person chose.
   *
   * @param part text, author, title, or the address of an attachment
   * @param words typed; all places with them are redacted. Empty for those between the numbers
   * @param first number of the first word, from 1
   * @param everywhere whether the same words are redacted in the whole text
   */
  @POST
  public Response redact(
      @PathParam("id") UUID id,
      @PathParam("item") long number,
      @FormParam("version") int version,
      @FormParam("part") @Nullable String part,
      @FormParam("words") @Nullable String words,
      @FormParam("first") @Nullable String first,
      @FormParam("last") @Nullable String last,
      @FormParam("everywhere") boolean everywhere,
      @FormParam("ground") @Nullable String ground) {
    ReviewItem item = review.item(id, number);
    String what = part == null ? "text" : part;
    return changed(
        id,
        number,
        choice(first, last),
        () -> {
          LegalGround why = ground(ground);
          List<Redaction> chosen =
              switch (what) {
                case "text" -> words(item, words, first, last, everywhere, why);
                case "author" -> List.of(Redaction.ofAuthor(why));
                case "title" -> List.of(Redaction.ofTitle(why));
                default -> List.of(Redaction.ofAttachment(attachment(item, what), why));
              };
          redactions.redact(
              id,
              number,
              version,
              chosen.stream().map(redaction -> new Chosen(redaction, "")).toList(),
              viewer.userName());
        });
  }

  private static String attachment(ReviewItem item, String address) {
    return item.attachments().stream()
        .filter(address::equals)
        .findFirst()
        .orElseThrow(() -> new NotLegal(Sentence.of("Choose what to redact from the list.")));
  }

  private static List<Redaction> words(
      ReviewItem item,
      @Nullable String typed,
      @Nullable String first,
      @Nullable String last,
      boolean everywhere,
      LegalGround why) {
    String text = item.text();
    List<Span> places = new ArrayList<>();
    if (typed != null && !typed.isBlank()) {
      places.addAll(TextWords.same(text, typed));
      if (places.isEmpty()) {
        throw new NotLegal(
            Sentence.of(
                "These words are not in the text. Copy them from it, or choose them there."));
      }
    } else {
      Span chosen = new TextWords(text).between(number(first), number(last));
      places.add(chosen);
      if (everywhere) {
        places.addAll(TextWords.same(text, chosen.of(text)));
      }
    }
    return Redaction.ofWords(text, places, why);
  }

  private static int number(@Nullable String typed) {
    if (typed == null || !typed.strip().matches("[0-9]{1,6}") || typed.strip().matches("0+")) {
      throw new NotLegal(Sentence.of("Choose the words to redact: from the first to the last."));
    }
    return Integer.parseInt(typed.strip());
  }

  private LegalGround ground(@Nullable String id) {
    return office
        .ground(id == null ? "" : id)
        .orElseThrow(
            () -> new NotLegal(Sentence.of("Choose the exemption for which it is redacted.")));
  }

  /**
   * Answers proposals.
   *
   * @param answer redact-all, reject-all, or redact: or reject: and the key of one proposal
   * @param keys of the proposals on the page, in order
   * @param grounds the exemption that is chosen for each
   * @param other the exemption of those for which none is chosen
   */
  @POST
  @Path("proposals")
  public Response answer(
      @PathParam("id") UUID id,
      @PathParam("item") long number,
      @FormParam("version") int version,
      @FormParam("answer") @Nullable String answer,
      @FormParam("key") List<String> keys,
      @FormParam("exemption") List<String> grounds,
      @FormParam("other") @Nullable String other) {
    ReviewItem item = review.item(id, number);
    String wanted = String.valueOf(answer);
    return changed(
        id,
        number,
        WordChoice.NONE,
        () -> {
          List<ProposedRedaction> answered =
              desk.proposals(item).stream()
                  .filter(p -> keys.contains(p.key()))
                  .filter(p -> wanted.endsWith("-all") || wanted.endsWith(":" + p.key()))
                  .toList();
          if (answered.isEmpty()) {
            throw new NotLegal(
                Sentence.of("This is no longer proposed. Read what is proposed now."));
          }
          if (wanted.startsWith("reject")) {
            redactions.reject(id, number, version, rejected(item, answered), viewer.userName());
          } else {
            redactions.redact(
                id,
                number,
                version,
                chosen(item, answered, keys, grounds, other == null ? "" : other),
                viewer.userName());
          }
        });
  }

  private List<Chosen> chosen(
      ReviewItem item,
      List<ProposedRedaction> answered,
      List<String> keys,
      List<String> grounds,
      String other) {
    List<Chosen> chosen = new ArrayList<>();
    for (ProposedRedaction proposal : answered) {
      int at = keys.indexOf(proposal.key());
      String own = at < grounds.size() ? grounds.get(at) : "";
      LegalGround why = ground(own.isEmpty() ? other : own);
      chosen.add(chosen(item, proposal, why));
    }
    return chosen;
  }

  /** Returns a proposal as a person confirms it. */
  static Chosen chosen(ReviewItem item, ProposedRedaction proposal, LegalGround why) {
    return new Chosen(
        switch (proposal.part()) {
          case AUTHOR -> Redaction.ofAuthor(why);
          case TITLE -> Redaction.ofTitle(why);
          default -> Redaction.ofWords(String.valueOf(item.body()), proposal.span(), why);
        },
        EnumCodes.of(proposal.rule()));
  }

  private static List<Rejected> rejected(ReviewItem item, List<ProposedRedaction> answered) {
    return answered.stream()
        .map(
            p ->
                new Rejected(
                    p.part(),
                    p.span(),
                    p.part() == RedactedPart.TEXT
                        ? Redaction.hash(String.valueOf(item.body()))
                        : "",
                    EnumCodes.of(p.rule())))
        .toList();
  }

  /** Removes a redaction. */
  @POST
  @Path("removals")
  public Response remove(
      @PathParam("id") UUID id,
      @PathParam("item") long number,
      @FormParam("version") int version,
      @FormParam("redaction") long redaction) {
    review.item(id, number);
    return changed(
        id,
        number,
        WordChoice.NONE,
        () -> redactions.remove(id, number, version, List.of(redaction), viewer.userName()));
  }

  /** Returns the chosen words, which stay chosen if they can't be redacted. */
  private static WordChoice choice(@Nullable String first, @Nullable String last) {
    try {
      int one = number(first);
      int other = number(last);
      return new WordChoice(Math.min(one, other), Math.max(one, other));
    } catch (NotLegal e) {
      return WordChoice.NONE;
    }
  }

  private Response changed(UUID id, long number, WordChoice choice, Runnable change) {
    try {
      change.run();
      return Response.seeOther(URI.create("/requests/" + id + "/items/" + number + "#redactions"))
          .build();
    } catch (NotLegal e) {
      return review.refused(id, number, e.sentence(), "", choice);
    }
  }
}

package hallmonitor.moderation.console.request;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.SchoolDays;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.casework.request.RequestDeadline;
import hallmonitor.moderation.casework.request.RequestRules;
import hallmonitor.moderation.casework.request.RequestStatute;
import hallmonitor.moderation.drafting.Document;
import hallmonitor.moderation.drafting.DocumentFiles;
import hallmonitor.moderation.pipeline.rules.DecisionSettings;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** What the district's files say of requests: the law, and the days on which offices work. */
@ApplicationScoped
public class RequestOffice {
  private final LiveRules rules;
  private final DocumentFiles files;
  private final DecisionSettings decisions;

  RequestOffice(LiveRules rules, DocumentFiles files, DecisionSettings decisions) {
    this.rules = rules;
    this.files = files;
    this.decisions = decisions;
  }

  /** Returns whether an answer takes two people. */
  public boolean asksSecond() {
    return decisions.get().asksSecond(Proposal.Kind.RELEASE_RECORDS);
  }

  public RequestRules rules() {
    return (RequestRules) files.current(Document.REQUESTS).value();
  }

  public Optional<RequestStatute> statute() {
    return rules().statute();
  }

  /**
   * Finds the exemption that a person chose; empty if they chose none.
   *
   * @throws NotLegal if it is not in the list
   */
  Optional<LegalGround> ground(String id) {
    if (id.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        rules()
            .exemption(id)
            .orElseThrow(() -> new NotLegal(Sentence.of("Choose an exemption from the list."))));
  }

  /** Days off of schools and of those on call stop no deadline. */
  SchoolDays offices() {
    return rules().offices();
  }

  public String district() {
    return rules.district().current().value().name();
  }

  public ZoneId zone() {
    return rules.district().current().value().timeZone();
  }

  public LocalDate today() {
    return LocalDate.now(zone());
  }

  /** Returns the deadline of what arrives at this time. */
  RequestDeadline deadline(RequestStatute statute, Instant arrived, boolean commercial) {
    LocalDate day =
        statute.receivedOn(
            LocalDate.ofInstant(arrived, zone()),
            LocalTime.ofInstant(arrived, zone()),
            rules().officeCloses(),
            offices());
    return statute.deadline(day, commercial, offices());
  }
}

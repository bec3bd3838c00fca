package hallmonitor.moderation.console.operations;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.AccountStatus.DeliveryCause;
import hallmonitor.contract.event.AccountStatus.Outcome;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.ConnectedPlatform;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account of the district, or one that reported and is no longer in the district's file.
 *
 * @param known whether it is in the district's file and so accepts commands
 * @param status absent before its first report
 * @param waiting unanswered requests
 */
record AccountRow(
    String id,
    String name,
    String building,
    boolean known,
    Optional<AccountStatus> status,
    List<AccountRequest> waiting) {
  private static final String API = ConnectedPlatform.API.word();

  /** A connector reports at least this often; longer silence means that it has stopped. */
  private static final Duration SILENT = Duration.ofMinutes(2);

  /** The ingest service answers within seconds; after this time the page says where to look. */
  private static final Duration LONG = Duration.ofSeconds(30);

  /** Returns whether the ingest service has reported it recently. */
  boolean isReported() {
    return status.isPresent() && !isSilent();
  }

  /** Returns whether it cannot be read: the platform has a typo, or is not supported. */
  private boolean lacksConnector() {
    return status.filter(s -> ConnectedPlatform.of(s.platform()).isEmpty()).isPresent();
  }

  public @Nullable AccountStatus getNow() {
    return status.orElse(null);
  }

  public boolean isSilent() {
    return status.filter(s -> s.at().isBefore(Instant.now().minus(SILENT))).isPresent();
  }

  /** Returns whether it signs in with a credential that people can hand over here. */
  public boolean isRenewable() {
    return known && status.filter(s -> !s.platform().equals(API)).isPresent() && !lacksConnector();
  }

  /** Returns whether it still works, but something that it needs is running out. */
  boolean isRunningLow() {
    return status.filter(s -> s.state() == AccountStatus.State.CONNECTED).isPresent()
        && isReported()
        && !getFault().isEmpty();
  }

  /** Returns {@code good}, {@code warning} or {@code bad}, for a color beside the words. */
  public String getTone() {
    if (isSilent()) {
      return "bad";
    }
    if (getPaused() != null) {
      return "warning";
    }
    return switch (status.map(AccountStatus::state).orElse(AccountStatus.State.STARTING)) {
      case CONNECTED -> getFault().isEmpty() && getMissed() == null ? "good" : "warning";
      case STARTING, THROTTLED -> "warning";
      case UNREACHABLE, SIGNED_OUT -> "bad";
    };
  }

  public Sentence getStateInWords() {
    if (status.isEmpty()) {
      return Sentence.of("Has not reported yet");
    }
    if (isSilent()) {
      return Sentence.of("No reports: the service that reads accounts may have stopped");
    }
    if (!known) {
      return Sentence.of("Removed from the district's file. Reading stops shortly.");
    }
    if (getPaused() != null) {
      return Sentence.of("Paused");
    }
    if (lacksConnector()) {
      return Sentence.of("Not read: there is no connector for this platform");
    }
    return switch (status.get().state()) {
      case STARTING -> Sentence.of("Starting");
      case CONNECTED -> connected();
      case THROTTLED -> Sentence.of("Slowed by the platform");
      case UNREACHABLE -> Sentence.of("Unreachable");
      case SIGNED_OUT -> Sentence.of("Signed out: the platform rejected its credential");
    };
  }

  private Sentence connected() {
    if (!getFault().isEmpty()) {
      return Sentence.of("Connected, but running low");
    }
    return getMissed() == null
        ? Sentence.of("Connected")
        : Sentence.of("Connected, but the platform's deliveries are missing");
  }

  public AccountStatus.@Nullable MissedDeliveries getMissed() {
    return status.flatMap(AccountStatus::missed).orElse(null);
  }

  /** Returns why deliveries are missing, and what to do. */
  public Sentence getMissedCause() {
    return status
        .flatMap(AccountStatus::missed)
        .map(missed -> cause(missed.cause()))
        .orElse(Sentence.NONE);
  }

  private Sentence cause(DeliveryCause cause) {
    return switch (cause) {
      case REFUSED ->
          Sentence.of(
              "Some came and were refused, because the secret push-{1} did not sign them. Store the platform's secret there. If it is the same already, strangers sent them: check the webhook's address at the platform.",
              id);
      case TURNED_AWAY ->
          Sentence.of(
              "Some came and were turned away, because they were too many or too large, or the service failed. The service's metrics show which. Then check that the webhook is still active at the platform.");
      case NONE_CAME ->
          Sentence.of(
              "None came. Check at the platform that the webhook is active and has this account's address, and that the proxy passes it on.");
    };
  }

  public @Nullable Instant getLastDelivery() {
    return status
        .flatMap(AccountStatus::missed)
        .flatMap(AccountStatus.MissedDeliveries::lastDelivery)
        .orElse(null);
  }

  public AccountStatus.@Nullable Paused getPaused() {
    return status.flatMap(AccountStatus::paused).orElse(null);
  }

  public String getFault() {
    return status.flatMap(AccountStatus::fault).orElse("");
  }

  public AccountStatus.@Nullable Allowance getAllowance() {
    return status.flatMap(AccountStatus::allowance).orElse(null);
  }

  public AccountStatus.@Nullable EditWatch getEdits() {
    return status.flatMap(AccountStatus::edits).orElse(null);
  }

  /** Returns when the oldest of the comments that are re-read were last read. */
  public @Nullable Instant getEditsSweptAt() {
    return status
        .flatMap(AccountStatus::edits)
        .flatMap(AccountStatus.EditWatch::sweptAt)
        .orElse(null);
  }

  public @Nullable Instant getLastRead() {
    return status.flatMap(AccountStatus::lastPolledAt).orElse(null);
  }

  public @Nullable Instant getLastComment() {
    return status.flatMap(AccountStatus::lastCommentAt).orElse(null);
  }

  public AccountStatus.@Nullable Backfill getBackfill() {
    return status.flatMap(AccountStatus::backfill).orElse(null);
  }

  /** Returns whether the history is being read and so can be stopped. */
  public boolean isReadingHistory() {
    return status
        .flatMap(AccountStatus::backfill)
        .filter(b -> !b.finished() && !b.stopped())
        .isPresent();
  }

  public @Nullable Long getBackfillTotal() {
    return status.flatMap(AccountStatus::backfill).flatMap(b -> b.total()).orElse(null);
  }

  public @Nullable Instant getReachedBack() {
    return status.flatMap(AccountStatus::backfill).flatMap(b -> b.reachedBack()).orElse(null);
  }

  public @Nullable LocalDate getBackfillFrom() {
    return status.flatMap(AccountStatus::backfill).flatMap(b -> b.from()).orElse(null);
  }

  public @Nullable Instant getBackfillEnd() {
    return status.flatMap(AccountStatus::backfill).flatMap(b -> b.expectedEnd()).orElse(null);
  }

  /** Returns the outcomes of the latest requests, newest first. */
  public List<Outcome> getOutcomes() {
    return status.map(AccountStatus::outcomes).orElse(List.of()).stream()
        .sorted(Comparator.comparing(Outcome::at).reversed())
        .toList();
  }

  public boolean isWaitingLong() {
    return waiting.stream().anyMatch(w -> w.at().isBefore(Instant.now().minus(LONG)));
  }

  /** Returns an id for the forms, so that sending one twice is one command. */
  public UUID getNextCommand() {
    return UUID.randomUUID();
  }
}

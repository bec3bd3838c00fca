package hallmonitor.ingest.polling;

import hallmonitor.contract.event.ProfileRead;
import hallmonitor.ingest.connector.AccountProfile;
import hallmonitor.ingest.connector.CommentSource;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.ProfileSource;
import java.time.Duration;
import java.time.Instant;

/** Reads what an account says about itself: soon after a start, and then once a day. */
final class ProfileLane {
  private static final Duration AFTER_START = Duration.ofSeconds(20);
  private static final Duration BETWEEN = Duration.ofDays(1);
  private static final Duration AFTER_FAILURE = Duration.ofHours(1);

  private final PolledAccount account;
  private final ProfilePictures pictures;
  private Instant due;

  ProfileLane(PolledAccount account, ProfilePictures pictures, Instant now) {
    this.account = account;
    this.pictures = pictures;
    this.due = now.plus(AFTER_START);
  }

  /** Returns when it is read next; never from a platform that keeps it. */
  Instant due(CommentSource source) {
    return source.profile().isPresent() ? due : Instant.MAX;
  }

  ProfileRead read(ProfileSource source, Instant now) throws PlatformException {
    due = now.plus(AFTER_FAILURE); // a platform that breaks off is left alone for a while
    AccountProfile seen = source.profile();
    return new ProfileRead(
        account.id(),
        account.platform(),
        seen.name(),
        seen.text(),
        seen.links(),
        seen.whole(),
        seen.allLinks(),
        seen.room(),
        now,
        pictures.of(seen.pictures()));
  }

  /** Waits a day, because it was read, or because the platform does not let this account. */
  void over(Instant now) {
    due = now.plus(BETWEEN);
  }
}

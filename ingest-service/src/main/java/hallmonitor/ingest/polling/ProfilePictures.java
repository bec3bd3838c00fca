package hallmonitor.ingest.polling;

import hallmonitor.contract.event.ProfileRead;
import hallmonitor.ingest.connector.AccountProfile.Portrait;
import hallmonitor.ingest.connector.ForeignText;
import hallmonitor.messaging.http.FetchOutcome;
import hallmonitor.messaging.http.PictureType;
import hallmonitor.messaging.http.SafeFetch;
import hallmonitor.messaging.picture.PicturePrints;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches the pictures of an account's page, without its credential, and keeps only what they look
 * like.
 */
public final class ProfilePictures {
  /** Fetches none. */
  public static final ProfilePictures NONE =
      new ProfilePictures(Optional.empty(), URI.create("about:blank"));

  /** The account's comments wait for so long, once a day. */
  private static final Duration TOGETHER = Duration.ofSeconds(8);

  private static final long MOST_BYTES = 5 * 1024 * 1024;

  /** The limits of each fetch. */
  public static final SafeFetch.Caps CAPS = new SafeFetch.Caps(MOST_BYTES, Duration.ofSeconds(4));

  /** Kinds that an account's picture has. Others are left to a person. */
  private static final Set<PictureType> READ =
      Set.of(PictureType.JPEG, PictureType.PNG, PictureType.GIF);

  private final Optional<SafeFetch> fetch;
  private final URI site;

  /**
   * Creates the reader of an account's pictures.
   *
   * @param fetch with {@link #CAPS}; empty if none are fetched
   * @param site the account's own, which may be in a private network
   */
  public ProfilePictures(Optional<SafeFetch> fetch, URI site) {
    this.fetch = fetch;
    this.site = site;
  }

  /** Returns those that could be read in time. */
  List<ProfileRead.Picture> of(List<Portrait> shown) {
    long end = System.nanoTime() + TOGETHER.toNanos();
    List<ProfileRead.Picture> read = new ArrayList<>();
    for (Portrait one : shown) {
      if (System.nanoTime() < end) {
        fetch.flatMap(safely -> read(safely, one)).ifPresent(read::add);
      }
    }
    return read;
  }

  private Optional<ProfileRead.Picture> read(SafeFetch safely, Portrait one) {
    if (!(safely.fetch(one.address(), Optional.of(site)) instanceof FetchOutcome.Body body)
        || PictureType.of(body.content()).filter(READ::contains).isEmpty()) {
      return Optional.empty();
    }
    Set<String> prints = PicturePrints.of(body.content());
    return prints.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ProfileRead.Picture(named(one.address()), one.profile(), List.copyOf(prints)));
  }

  /** Some platforms sign the addresses of pictures in their queries. */
  private static String named(String address) {
    return ForeignText.line(address.replaceFirst("[?#].*", ""), ProfileRead.LONGEST_LINK);
  }
}

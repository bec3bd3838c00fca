package hallmonitor.moderation.training;

import hallmonitor.messaging.picture.PdqHash;
import hallmonitor.messaging.picture.PictureHashes;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A row of a list of PDQ hashes: {@code hash,quality,...} as CSV, or {@code hash=...,quality=...}
 * as PDQ's own tools print it. A cell without a name after the hash that is a number from 0 to 100
 * is the quality.
 */
record SharedHash(Optional<PdqHash> hash, OptionalInt quality) {
  static SharedHash read(String line) {
    Optional<PdqHash> hash = Optional.empty();
    OptionalInt quality = OptionalInt.empty();
    for (String cell : line.split("[,;\\t]")) {
      String[] pair = cell.strip().replace("\"", "").split("=", 2);
      String value = pair[pair.length - 1].strip();
      boolean named = pair.length == 2;
      if (hash.isEmpty() && PdqHash.of(value).isPresent()) {
        hash = PdqHash.of(value);
      } else if (quality.isEmpty()
          && (named ? pair[0].strip().equals("quality") : hash.isPresent())
          && value.matches("100|\\d{1,2}")) {
        quality = OptionalInt.of(Integer.parseInt(value));
      }
    }
    return new SharedHash(hash, quality);
  }

  /** Returns false only for a quality that the list names. */
  boolean isGoodEnough() {
    return quality.orElse(100) >= PictureHashes.LEAST_QUALITY;
  }
}

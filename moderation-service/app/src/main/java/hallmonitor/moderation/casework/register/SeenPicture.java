package hallmonitor.moderation.casework.register;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;

/**
 * A picture on an account's page, by what it looks like.
 *
 * @param address where it is, without its query
 * @param profile whether it is the one that stands for the account
 * @param prints perceptual hashes of it and of parts of it, in hexadecimal digits
 */
public record SeenPicture(String address, boolean profile, List<String> prints) {
  /**
   * Of a print's 255 bits, the most that may differ. A logo that was scaled to 64 pixels differed
   * by 40 at most, another picture by 60 at least (decision 84).
   */
  private static final int ALIKE = 48;

  public SeenPicture {
    prints = List.copyOf(prints);
  }

  /** Returns whether a part of it looks like a part of the other picture. */
  boolean isLike(Collection<String> others) {
    return prints.stream()
        .anyMatch(one -> others.stream().anyMatch(other -> differing(one, other) <= ALIKE));
  }

  private static int differing(String one, String other) {
    return new BigInteger(one, 16).xor(new BigInteger(other, 16)).bitCount();
  }
}

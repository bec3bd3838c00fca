package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.casework.SeenCase;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Encodes the cases that are decided together, for a form. */
final class FoldMembers {
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
  private static final int ID = 22;

  private FoldMembers() {}

  /** Writes about 24 characters per case. */
  static String write(List<SeenCase> members) {
    return members.stream().map(FoldMembers::write).collect(Collectors.joining("."));
  }

  /**
   * Reads a code.
   *
   * @throws IllegalArgumentException if {@link #write} did not write it
   */
  static List<SeenCase> read(String code) {
    List<SeenCase> members = new ArrayList<>();
    for (String part : code.isEmpty() ? new String[0] : code.split("\\.", -1)) {
      if (part.length() <= ID || part.length() > ID + 9) {
        throw new IllegalArgumentException("not a member");
      }
      ByteBuffer id = ByteBuffer.wrap(Base64.getUrlDecoder().decode(part.substring(0, ID)));
      members.add(
          new SeenCase(new UUID(id.getLong(), id.getLong()), Integer.parseInt(part.substring(ID))));
    }
    return members;
  }

  private static String write(SeenCase one) {
    ByteBuffer id = ByteBuffer.allocate(16);
    id.putLong(one.caseId().getMostSignificantBits());
    id.putLong(one.caseId().getLeastSignificantBits());
    return TEXT.encodeToString(id.array()) + one.version();
  }
}

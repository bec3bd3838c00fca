package hallmonitor.moderation.console.cases;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One of the cases that are decided together.
 *
 * @param version of the case when it was shown: one that changed meanwhile is not decided
 */
public record Member(UUID caseId, int version) {
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
  private static final int ID = 22;

  /** In 24 characters or a few more for each. */
  static String write(List<Member> members) {
    return members.stream().map(Member::toString).collect(Collectors.joining("."));
  }

  /**
   * @throws IllegalArgumentException when this is nothing that {@link #write} wrote
   */
  static List<Member> read(String code) {
    List<Member> members = new ArrayList<>();
    for (String part : code.isEmpty() ? new String[0] : code.split("\\.", -1)) {
      if (part.length() <= ID || part.length() > ID + 9) {
        throw new IllegalArgumentException("not a member");
      }
      ByteBuffer id = ByteBuffer.wrap(Base64.getUrlDecoder().decode(part.substring(0, ID)));
      members.add(
          new Member(new UUID(id.getLong(), id.getLong()), Integer.parseInt(part.substring(ID))));
    }
    return members;
  }

  @Override
  public String toString() {
    ByteBuffer id = ByteBuffer.allocate(16);
    id.putLong(caseId.getMostSignificantBits()).putLong(caseId.getLeastSignificantBits());
    return TEXT.encodeToString(id.array()) + version;
  }
}

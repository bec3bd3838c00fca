package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.console.proposals.SecondPerson;
import hallmonitor.moderation.drafting.Document;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.Arrays;
import java.util.List;

/**
 * The documents that the viewer may read. Those with the addresses and numbers of staff are for
 * administrators, who keep them, and for those who approve a change of them.
 */
@RequestScoped
public class ReadableDocuments {
  private final SecondPerson second;

  ReadableDocuments(SecondPerson second) {
    this.second = second;
  }

  List<Document> all() {
    return Arrays.stream(Document.values()).filter(this::may).toList();
  }

  /**
   * Returns the document.
   *
   * @throws NotFoundException if there is none that the viewer may read
   */
  Document of(String code) {
    return Document.of(code).filter(this::may).orElseThrow(NotFoundException::new);
  }

  /** Returns whether the viewer may read the document of this code. */
  boolean may(String code) {
    return Document.of(code).filter(this::may).isPresent();
  }

  private boolean may(Document document) {
    return !document.namesPeople() || second.isReadsStaff();
  }
}

package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.proposals.SecondPerson;
import hallmonitor.moderation.drafting.Document;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.Arrays;
import java.util.List;

/**
 * The documents that the viewer may read. The one with the addresses and numbers of staff is for
 * administrators, who keep it, and for those who approve a change of it. Who works only on single
 * accounts does not read who is on call, either.
 */
@RequestScoped
public class ReadableDocuments {
  private final SecondPerson second;
  private final Viewer viewer;

  ReadableDocuments(SecondPerson second, Viewer viewer) {
    this.second = second;
    this.viewer = viewer;
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
    return document == Document.DISTRICT
        ? second.isReadsStaff()
        : !document.namesPeople() || !viewer.isAccountAdministrator();
  }
}

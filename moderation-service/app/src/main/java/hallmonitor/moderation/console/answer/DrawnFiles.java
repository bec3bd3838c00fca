package hallmonitor.moderation.console.answer;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.redaction.RedactedPart;
import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.casework.request.ItemDecision.Outcome;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.pictures.RedrawnPicture;
import hallmonitor.moderation.store.answer.AnswerRecords.Decided;
import hallmonitor.moderation.store.answer.AnswerWork.FilePiece;
import hallmonitor.moderation.store.archive.CommentFrames;
import hallmonitor.moderation.store.archive.CommentPictures;
import hallmonitor.moderation.store.archive.PictureShelf;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The pictures of released records as files of the package: only those that the archive keeps and
 * that someone opened on the page of the item, each drawn again, so that nothing of a stranger's
 * file goes out. Nothing is fetched.
 */
@ApplicationScoped
class DrawnFiles {
  /** Their names: the record, the place of the picture in it, and the second of a video. */
  static final Pattern NAME = Pattern.compile("pictures/\\d+-\\d+(-\\d+)?\\.(png|jpg)");

  private final ConsoleDatabase database;

  DrawnFiles(ConsoleDatabase database) {
    this.database = database;
  }

  /**
   * Returns the start of the names of a picture's files.
   *
   * @param place of the picture in the record, from 1
   */
  static String name(long record, int place) {
    return "pictures/%d-%d".formatted(record, place);
  }

  /**
   * Draws the pictures of a record, one at a time. What is redacted as a whole, and what is not the
   * picture in which a part was covered, is left out.
   *
   * @param room takes each
   * @return their names
   * @throws AnswerPictureRoom.Full if there is no room for one
   */
  List<String> draw(Decided one, AnswerPictureRoom room) {
    if (one.found().outcome() == Outcome.WITHHOLD) {
      return List.of();
    }
    Drawing drawing = new Drawing(one, room, new ArrayList<>());
    for (int i = 0; i < one.pictures().size(); i++) {
      String address = one.pictures().get(i);
      List<Redaction> redacted = one.redactions().stream().filter(r -> r.hides(address)).toList();
      boolean released =
          one.found().attachments().contains(address)
              && redacted.stream().noneMatch(r -> r.part() == RedactedPart.ATTACHMENT);
      if (released) {
        draw(drawing, address, redacted, name(one.found().number(), i + 1));
      }
    }
    return drawing.names();
  }

  private void draw(Drawing drawing, String address, List<Redaction> covers, String name) {
    CommentKey of = drawing.one().of();
    PictureShelf shelf =
        drawing.one().found().kind().equals("post") ? PictureShelf.POSTS : PictureShelf.COMMENTS;
    Optional<byte[]> picture =
        database.read(h -> shelf.find(h, of, address)).map(CommentPictures.Kept::content);
    if (picture.isPresent()) {
      drawing.add(picture.get(), covers, name);
    } else if (shelf == PictureShelf.COMMENTS && covers.isEmpty()) {
      for (int second : database.read(h -> CommentFrames.seconds(h, of, address))) {
        database
            .read(h -> CommentFrames.at(h, of, address, second))
            .ifPresent(frame -> drawing.add(frame.content(), List.of(), name + "-" + second));
      }
    }
  }

  /**
   * The pictures of one record.
   *
   * @param names of the files so far
   */
  private record Drawing(Decided one, AnswerPictureRoom room, List<String> names) {
    void add(byte[] content, List<Redaction> covers, String name) {
      String key = CommentPictures.contentKey(content);
      if (!one.opened().contains(key)) {
        return;
      }
      RedrawnPicture.released(content, covers)
          .ifPresent(
              drawn -> {
                String file = name + "." + drawn.extension();
                room.keep(new FilePiece(file, 0, drawn.content(), key));
                names.add(file);
              });
    }
  }
}

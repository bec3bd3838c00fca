package hallmonitor.moderation.finding.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Splits text into the pieces of a BERT model without capitals and accents (WordPiece: the longest
 * known piece first; a word with an unknown rest is unknown as a whole). Accepts any sequence of
 * UTF-16 units. Thread-safe.
 */
public final class WordPieces {
  /** Most pieces per input, special ones included, as in training. */
  public static final int MOST = 96;

  /** Most of these that the answered comment may take. */
  public static final int MOST_OF_PARENT = 24;

  /** Most of these that the post may take. */
  public static final int MOST_OF_POST = 24;

  private static final int LONGEST_WORD = 100;

  private final PieceVocabulary vocabulary;

  /**
   * Reads a vocabulary.
   *
   * @param vocabulary UTF-8, one piece per line; the line number from 0 is its id
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if [PAD], [UNK], [CLS] or [SEP] is missing
   */
  public WordPieces(InputStream vocabulary) throws IOException {
    this.vocabulary = new PieceVocabulary(vocabulary);
  }

  /** Returns whether the vocabulary has a mark for the post. */
  boolean readsPosts() {
    return vocabulary.post.isPresent();
  }

  /** Returns the id that fills up shorter texts of a batch. */
  public int padding() {
    return vocabulary.padding;
  }

  /**
   * Encodes {@code [CLS] text [SEP] parent [SEP] [POST] post [SEP]}. The parent and the post are
   * cut to {@link #MOST_OF_PARENT} and {@link #MOST_OF_POST} pieces, and the text so that the total
   * is at most {@link #MOST}. Empty parts are left out with their marks.
   */
  public int[] encode(EncoderText of) {
    int[] parent = parent(of.parent());
    int[] post = post(of.post());
    int[] text = pieces(of.text(), MOST - parent.length - post.length).ids();
    int[] all = Arrays.copyOf(text, text.length + parent.length + post.length);
    System.arraycopy(parent, 0, all, text.length, parent.length);
    System.arraycopy(post, 0, all, text.length + parent.length, post.length);
    return all;
  }

  private int[] parent(String parent) {
    Pieces pieces = new Pieces(parent.isEmpty() ? 0 : MOST_OF_PARENT + 1);
    cut(parent, MOST_OF_PARENT, pieces);
    return closed(pieces, 0);
  }

  /**
   * Returns the pieces of a post with its marks, or none for an empty post.
   *
   * @throws java.util.NoSuchElementException if the vocabulary has no [POST]
   */
  public int[] post(String post) {
    Pieces pieces = new Pieces(post.isEmpty() ? 0 : MOST_OF_POST + 2);
    if (!post.isEmpty()) {
      pieces.add(vocabulary.post.orElseThrow(), 0, 0);
      cut(post, MOST_OF_POST + 1, pieces);
    }
    return closed(pieces, 1);
  }

  private int[] closed(Pieces pieces, int marks) {
    if (pieces.count() <= marks) {
      return new int[0];
    }
    pieces.add(vocabulary.separator, 0, 0);
    return pieces.ids();
  }

  /**
   * Encodes {@code [CLS] text [SEP]} and keeps the source of each piece.
   *
   * @param most pieces, both marks included; the text is cut to the rest
   */
  public Pieces pieces(String text, int most) {
    Pieces pieces = new Pieces(Math.min(most, text.length() / 3 + 8) + 2);
    pieces.add(vocabulary.start, 0, 0);
    cut(text, most - 1, pieces);
    pieces.add(vocabulary.separator, 0, 0);
    return pieces;
  }

  /** Adds the pieces of a text up to a total of {@code most}. */
  private void cut(String text, int most, Pieces into) {
    Word word = new Word();
    for (int i = 0; i < text.length() && into.count() < most; ) {
      int cp = text.codePointAt(i);
      int next = i + Character.charCount(cp);
      if (BertSign.isSpace(cp)) {
        addWord(word, into);
      } else if (BertSign.standsAlone(cp)) {
        addWord(word, into);
        word.add(cp, i, next);
        addWord(word, into);
      } else {
        word.add(cp, i, next);
      }
      i = next;
    }
    addWord(word, into);
    into.cutTo(most);
  }

  private void addWord(Word word, Pieces into) {
    int before = into.count();
    for (int at = 0; at < word.length; ) {
      PieceTrie trie = at == 0 ? vocabulary.beginning : vocabulary.within;
      int id = PieceTrie.NONE;
      int end = at;
      int node = PieceTrie.ROOT;
      for (int i = at; i < word.length; i++) {
        node = trie.child(node, word.units[i]);
        if (node == PieceTrie.NONE) {
          break;
        }
        if (trie.id(node) != PieceTrie.NONE) {
          id = trie.id(node);
          end = i + 1;
        }
      }
      if (id == PieceTrie.NONE || word.isTooLong) {
        into.cutTo(before);
        into.add(vocabulary.unknown, word.from[0], word.to[word.length - 1]);
        break;
      }
      into.add(id, word.from[at], word.to[end - 1]);
      at = end;
    }
    word.clear();
  }

  /** A word being read; each unit knows its source. */
  private static final class Word {
    private final char[] units = new char[LONGEST_WORD];
    private final int[] from = new int[LONGEST_WORD];
    private final int[] to = new int[LONGEST_WORD];
    private int length;
    private boolean isTooLong;

    void add(int cp, int start, int end) {
      if (cp < 0x80) {
        if (cp > ' ' && cp < 0x7f) {
          addUnit(cp >= 'A' && cp <= 'Z' ? (char) (cp + 32) : (char) cp, start, end);
        }
        return;
      }
      String plain = BertSign.plain(cp);
      for (int i = 0; i < plain.length(); i++) {
        addUnit(plain.charAt(i), start, end);
      }
    }

    private void addUnit(char c, int start, int end) {
      if (length < LONGEST_WORD) {
        units[length] = c;
        from[length] = start;
        to[length++] = end;
      } else {
        isTooLong = true;
        to[length - 1] = end;
      }
    }

    void clear() {
      length = 0;
      isTooLong = false;
    }
  }
}

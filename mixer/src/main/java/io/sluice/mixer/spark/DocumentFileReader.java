package io.sluice.mixer.spark;

import io.sluice.ingest.config.UserError;
import io.sluice.ingest.model.Kind;
import io.sluice.ingest.model.Role;
import io.sluice.ingest.model.Segment;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Steps through one Parquet file of documents and gives the rows that are asked for, reading only
 * the columns that mixing needs and only the row groups that hold such rows. A file is opened by
 * the name that Spark's {@code _metadata.file_path} gives it.
 */
public final class DocumentFileReader implements Closeable {
  /**
   * What mixing needs of a document.
   *
   * @param segments who wrote which part, or null
   */
  public record StoredDocument(String id, Kind kind, String text, List<Segment> segments) {
    public StoredDocument {
      segments = segments == null ? null : List.copyOf(segments);
    }
  }

  private static final List<String> REQUIRED = List.of("id", "kind", "text");
  private static final String SEGMENTS = "segments";

  private final String name;
  private final ParquetFileReader file;
  private final MessageType columns;
  private final MessageColumnIO assembly;
  private int group;
  private long next;
  private long groupEnd;
  private RecordReader<Group> records;

  private DocumentFileReader(String name, ParquetFileReader file) {
    this.name = name;
    this.file = file;
    this.columns = projection(name, file.getFileMetaData().getSchema());
    this.assembly = new ColumnIOFactory().getColumnIO(columns);
    file.setRequestedSchema(columns);
  }

  /**
   * Opens a file.
   *
   * @param name a URI, as Spark names files, or a plain path
   * @throws UserError if the file lacks a column that every document has
   */
  public static DocumentFileReader open(String name, Configuration conf) throws IOException {
    ParquetFileReader file = ParquetFileReader.open(HadoopInputFile.fromPath(path(name), conf));
    try {
      return new DocumentFileReader(name, file);
    } catch (UserError e) {
      file.close();
      throw e;
    }
  }

  private static Path path(String name) {
    try {
      return new Path(new URI(name));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return new Path(name); // a plain path with characters that a URI would escape
    }
  }

  private static MessageType projection(String name, MessageType found) {
    List<Type> wanted = new ArrayList<>();
    for (String column : REQUIRED) {
      if (!found.containsField(column)) {
        throw new UserError(
            "no column '" + column + "' in " + name,
            "mix reads documents as the other jobs write them: check the inventory's inputs");
      }
      wanted.add(found.getType(column));
    }
    if (found.containsField(SEGMENTS)) {
      wanted.add(found.getType(SEGMENTS));
    }
    return new MessageType(found.getName(), wanted);
  }

  /**
   * The document in a row.
   *
   * @param row 0-based place in the file, after the row read last
   * @throws UserError if the file has no such row, or no text in it
   */
  public StoredDocument read(long row) throws IOException {
    while (row >= groupEnd) {
      if (group == file.getRowGroups().size()) {
        throw new UserError(
            "no row " + row + " in " + name + ": it has " + groupEnd,
            "the file changed after the inventory was made: make the inventory again");
      }
      next = groupEnd;
      groupEnd += file.getRowGroups().get(group++).getRowCount();
      if (row >= groupEnd) {
        file.skipNextRowGroup();
      } else {
        PageReadStore pages = file.readNextRowGroup();
        records = assembly.getRecordReader(pages, new GroupRecordConverter(columns));
      }
    }
    if (row < next) {
      throw new IllegalArgumentException("row: got " + row + ", allowed " + next + " and more");
    }
    Group read = null;
    for (; next <= row; next++) {
      read = records.read();
    }
    return document(read);
  }

  private StoredDocument document(Group read) {
    for (String column : REQUIRED) {
      if (read.getFieldRepetitionCount(column) == 0) {
        throw new UserError(
            "no '" + column + "' in row " + (next - 1) + " of " + name,
            "mix reads documents as the other jobs write them: check the inventory's inputs");
      }
    }
    return new StoredDocument(
        read.getString("id", 0),
        Kind.of(read.getString("kind", 0)),
        read.getString("text", 0),
        columns.containsField(SEGMENTS) && read.getFieldRepetitionCount(SEGMENTS) > 0
            ? segments(read.getGroup(SEGMENTS, 0))
            : null);
  }

  private static List<Segment> segments(Group list) {
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
      Group segment = list.getGroup(0, i).getGroup(0, 0);
      segments.add(
          new Segment(
              Role.of(segment.getString("role", 0)),
              segment.getString("text", 0),
              segment.getBoolean("loss", 0)));
    }
    return segments;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

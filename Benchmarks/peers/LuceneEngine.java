import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;

/** Lucene for the comparison: answers a request, a line with tabs in it, with a line of JSON, as every engine does. */
final class LuceneEngine {
  private static final String[] ATTRIBUTES = {"kind", "country", "region"};

  private static boolean takesProcessorTime;

  private final Path corpus;
  private final Path folder;
  private final Set<String> warmed = new HashSet<>();
  private DirectoryReader reader;
  private IndexSearcher searcher;

  private LuceneEngine(Path corpus, Path folder) {
    this.corpus = corpus;
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    IndexSearcher.setMaxClauseCount(4096);
    takesProcessorTime = Arrays.asList(arguments).contains("--cpu-time");
    LuceneEngine engine = new LuceneEngine(Path.of(arguments[0]), Path.of(arguments[1]));
    BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      String reply;
      try {
        reply = engine.answer(line.split("\t"));
      } catch (Exception problem) {
        problem.printStackTrace();
        reply = "{\"error\": \"see above\"}";
      }
      System.out.println(reply);
    }
    System.exit(0);
  }

  private String answer(String[] words) throws Exception {
    switch (words[0]) {
      case "build": return build();
      case "open": return open(Integer.parseInt(words[1]));
      case "search":
        return search(
            Path.of(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]), Double.parseDouble(words[4]),
            words[5]);
      case "add": return add(Path.of(words[1]));
      default: return "{\"error\": \"unknown request\"}";
    }
  }

  // Building

  private static IndexWriterConfig configuration() {
    IndexWriterConfig configuration = new IndexWriterConfig(new WhitespaceAnalyzer());
    configuration.setSimilarity(new BM25Similarity(1.2f, 0.75f));
    configuration.setRAMBufferSizeMB(1000);
    configuration.setMergeScheduler(new SerialMergeScheduler());
    configuration.setUseCompoundFile(false);
    return configuration;
  }

  private static Document document(String[] columns) {
    FieldType text = new FieldType();
    text.setTokenized(true);
    text.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    text.freeze();
    Document document = new Document();
    document.add(new StringField("id", columns[0], Field.Store.YES));
    for (int place = 0; place < ATTRIBUTES.length; place++) {
      document.add(new StringField(ATTRIBUTES[place], columns[place + 1], Field.Store.NO));
    }
    document.add(new Field("text", columns[4], text));
    return document;
  }

  /** Documents are read before the clock runs, some at a time. */
  private String build() throws IOException {
    long nanoseconds = 0;
    int count = 0;
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, configuration().setOpenMode(IndexWriterConfig.OpenMode.CREATE));
        BufferedReader lines = Files.newBufferedReader(corpus.resolve("documents.tsv"))) {
      List<String[]> batch = new ArrayList<>();
      boolean isDone = false;
      while (!isDone) {
        String line = lines.readLine();
        isDone = line == null;
        if (!isDone) batch.add(line.split("\t", -1));
        if (isDone || batch.size() == 10_000) {
          long begin = System.nanoTime();
          for (String[] columns : batch) writer.addDocument(document(columns));
          nanoseconds += System.nanoTime() - begin;
          count += batch.size();
          batch.clear();
        }
      }
      long begin = System.nanoTime();
      writer.forceMerge(1);
      writer.commit();
      nanoseconds += System.nanoTime() - begin;
    }
    return String.format(
        Locale.ROOT,
        "{\"seconds\": %.3f, \"note\": \"Lucene %s on Java %s, without positions; %d documents, 1 segment\"}",
        nanoseconds / 1e9, Version.LATEST, System.getProperty("java.version"), count);
  }

  // Searching

  private void open() throws IOException {
    reader = DirectoryReader.open(FSDirectory.open(folder));
    searcher = searcher(reader);
  }

  private static IndexSearcher searcher(DirectoryReader reader) {
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new BM25Similarity(1.2f, 0.75f));
    return searcher;
  }

  private String open(int count) throws IOException {
    double[] milliseconds = new double[count];
    for (int number = 0; number < count; number++) {
      long begin = System.nanoTime();
      open();
      milliseconds[number] = (System.nanoTime() - begin) / 1e6;
      if (number < count - 1) reader.close();
    }
    return times(milliseconds);
  }

  private static String times(double[] milliseconds) {
    Arrays.sort(milliseconds);
    return String.format(
        Locale.ROOT, "{\"median_ms\": %.4f, \"worst_ms\": %.4f}", milliseconds[milliseconds.length / 2],
        milliseconds[milliseconds.length - 1]);
  }

  private static Query query(String[] columns) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    for (String word : columns[4].split(" ")) {
      builder.add(new TermQuery(new Term("text", word)), BooleanClause.Occur.SHOULD);
    }
    boolean isFiltered = false;
    for (int place = 0; place < ATTRIBUTES.length; place++) {
      if (columns[place + 1].isEmpty()) continue;
      builder.add(new TermQuery(new Term(ATTRIBUTES[place], columns[place + 1])), BooleanClause.Occur.FILTER);
      isFiltered = true;
    }
    // A document must hold a word, not only pass the filter.
    if (isFiltered) builder.setMinimumNumberShouldMatch(1);
    return builder.build();
  }

  /** Collects the best k and counts no further hits, which costs nothing that the peers do not do. */
  @SuppressWarnings("unchecked")
  private static CollectorManager<?, TopDocs> best(int k) {
    try {
      try {
        Class<?> manager = Class.forName("org.apache.lucene.search.TopScoreDocCollectorManager");
        return (CollectorManager<?, TopDocs>) manager.getConstructor(int.class, int.class).newInstance(k, k);
      } catch (ClassNotFoundException older) {
        return (CollectorManager<?, TopDocs>)
            TopScoreDocCollector.class
                .getMethod("createSharedManager", int.class, ScoreDoc.class, int.class)
                .invoke(null, k, null, k);
      }
    } catch (ReflectiveOperationException problem) {
      throw new IllegalStateException(problem);
    }
  }

  private static long now() {
    return takesProcessorTime ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() : System.nanoTime();
  }

  private TopDocs find(Query query, int k) {
    try {
      return searcher.search(query, best(k));
    } catch (IOException problem) {
      throw new IllegalStateException(problem);
    }
  }

  private String search(Path path, int k, int threadCount, double seconds, String answers) throws Exception {
    if (searcher == null) open();
    List<Query> queries = new ArrayList<>();
    for (String line : Files.readAllLines(path)) queries.add(query(line.split("\t", -1)));
    if (!answers.equals("-")) {
      StringBuilder lines = new StringBuilder();
      for (Query query : queries) {
        String blank = "";
        for (ScoreDoc hit : find(query, k).scoreDocs) {
          lines.append(blank).append(searcher.storedFields().document(hit.doc, Set.of("id")).get("id"));
          blank = " ";
        }
        lines.append("\n");
      }
      Files.writeString(Path.of(answers), lines);
    }
    // Java's compiler needs more warming than a pass.
    double warmingSeconds = warmed.add(path + " " + k) ? 3 * seconds : 0;
    long warm = System.nanoTime();
    do {
      for (Query query : queries) find(query, k);
    } while ((System.nanoTime() - warm) / 1e9 < warmingSeconds);

    ExecutorService executor = Executors.newFixedThreadPool(threadCount);
    List<Double> microseconds = new ArrayList<>();
    long begin = System.nanoTime();
    do {
      AtomicInteger next = new AtomicInteger();
      List<Future<List<Double>>> workers = new ArrayList<>();
      for (int thread = 0; thread < threadCount; thread++) {
        workers.add(
            executor.submit(
                () -> {
                  List<Double> own = new ArrayList<>();
                  for (int number = next.getAndIncrement(); number < queries.size(); number = next.getAndIncrement()) {
                    long start = now();
                    find(queries.get(number), k);
                    own.add((now() - start) / 1e3);
                  }
                  return own;
                }));
      }
      for (Future<List<Double>> worker : workers) microseconds.addAll(worker.get());
    } while ((System.nanoTime() - begin) / 1e9 < seconds);
    double total = (System.nanoTime() - begin) / 1e9;
    executor.shutdown();
    microseconds.sort(null);
    return String.format(
        Locale.ROOT, "{\"p50\": %.2f, \"p95\": %.2f, \"p99\": %.2f, \"rate\": %.2f}", at(microseconds, 0.5),
        at(microseconds, 0.95), at(microseconds, 0.99), microseconds.size() / total);
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
  }

  // Adding

  /** Each document is written to disk and found before the next one, as with the other engines. */
  private String add(Path path) throws IOException {
    open();
    List<String> lines = Files.readAllLines(path);
    double[] milliseconds = new double[lines.size()];
    IndexWriterConfig append = configuration().setOpenMode(IndexWriterConfig.OpenMode.APPEND);
    try (Directory directory = FSDirectory.open(folder); IndexWriter writer = new IndexWriter(directory, append)) {
      for (int number = 0; number < milliseconds.length; number++) {
        String[] columns = lines.get(number).split("\t", -1);
        String word = columns[4].substring(columns[4].lastIndexOf(' ') + 1);
        long begin = System.nanoTime();
        writer.addDocument(document(columns));
        writer.commit();
        DirectoryReader next = DirectoryReader.openIfChanged(reader);
        if (next != null) {
          reader.close();
          reader = next;
        }
        searcher = searcher(reader);
        ScoreDoc[] hits = find(new TermQuery(new Term("text", word)), 1).scoreDocs;
        milliseconds[number] = (System.nanoTime() - begin) / 1e6;
        if (hits.length != 1) return "{\"error\": \"an added document is not found\"}";
      }
    }
    return times(milliseconds);
  }
}

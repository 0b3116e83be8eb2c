// A load generator for HTTP/1.1 keep-alive over mutual TLS: one thread, epoll, OpenSSL.
//
//   load -c CONNECTIONS -d SECONDS [-r RATE] -E CERT.pem -K KEY.pem -C CA.pem
//        -b BODIES [-t CONTENT-TYPE] [-m TEXT] HOST PORT PATH
//
// BODIES has one request body per line; they are POSTed in rotation. Without -r each connection
// asks again as soon as it has its answer (closed loop). With -r requests fall due at fixed
// times whether or not earlier answers came (open loop), and every latency counts from the time
// at which the request was due, so a stall of the server is seen by all whom it would have hit.
// With -m every answer must contain TEXT. Prints one JSON object; fails unless every answer was
// 200, as -m wants it, and no connection broke.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MOST_CONNECTIONS = 1024, ANSWER_SIZE = 1 << 18 };

typedef struct {
  int fd, busy, wants_write;
  SSL *ssl;
  const char *out;
  size_t left, have;
  double due;
  char in[ANSWER_SIZE + 1];
} Connection;

typedef struct {
  char *bytes;
  size_t count;
} Request;

static const char *host, *port, *path, *content_type = "application/json", *must_contain;
static Request *requests;
static size_t request_count, next_request;
static int poller;
static long answers, not_ok, not_matching;
static float *latencies;
static size_t latency_capacity;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void fail(const char *what) {
  fprintf(stderr, "load: %s\n", what);
  ERR_print_errors_fp(stderr);
  exit(1);
}

static void read_bodies(const char *file) {
  FILE *stream = fopen(file, "r");
  if (!stream) fail("the file of bodies cannot be read");
  char *line = NULL;
  size_t capacity = 0;
  ssize_t length;
  while ((length = getline(&line, &capacity, stream)) > 0) {
    if (line[length - 1] == '\n') line[--length] = 0;
    Request request = {0};
    int written = asprintf(
        &request.bytes,
        "POST %s HTTP/1.1\r\nHost: %s:%s\r\nContent-Type: %s\r\nAccept: */*\r\n"
        "Content-Length: %zd\r\n\r\n%s",
        path, host, port, content_type, length, line);
    if (written < 0) fail("out of memory");
    request.count = (size_t)written;
    requests = realloc(requests, (request_count + 1) * sizeof *requests);
    requests[request_count++] = request;
  }
  fclose(stream);
  if (!request_count) fail("there is no body");
}

static SSL_CTX *client_context(const char *cert, const char *key, const char *authority) {
  SSL_CTX *context = SSL_CTX_new(TLS_client_method());
  if (SSL_CTX_use_certificate_chain_file(context, cert) != 1 ||
      SSL_CTX_use_PrivateKey_file(context, key, SSL_FILETYPE_PEM) != 1 ||
      SSL_CTX_load_verify_locations(context, authority, NULL) != 1)
    fail("a certificate cannot be used");
  SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
  SSL_CTX_set_mode(context,
                   SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  return context;
}

static void open_connection(Connection *connection, SSL_CTX *context, struct addrinfo *address) {
  int one = 1;
  connection->fd = socket(address->ai_family, SOCK_STREAM, 0);
  if (connection->fd < 0 || connect(connection->fd, address->ai_addr, address->ai_addrlen))
    fail("nobody listens");
  setsockopt(connection->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  connection->ssl = SSL_new(context);
  SSL_set_fd(connection->ssl, connection->fd);
  SSL_set_tlsext_host_name(connection->ssl, host);
  SSL_set1_host(connection->ssl, host);
  if (SSL_connect(connection->ssl) != 1) fail("the handshake failed");
  fcntl(connection->fd, F_SETFL, O_NONBLOCK);
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = connection};
  epoll_ctl(poller, EPOLL_CTL_ADD, connection->fd, &event);
}

static void watch(Connection *connection, int wants_write) {
  if (connection->wants_write == wants_write) return;
  connection->wants_write = wants_write;
  struct epoll_event event = {.events = EPOLLIN | (wants_write ? EPOLLOUT : 0),
                              .data.ptr = connection};
  epoll_ctl(poller, EPOLL_CTL_MOD, connection->fd, &event);
}

static void send_rest(Connection *connection) {
  while (connection->left) {
    int count = SSL_write(connection->ssl, connection->out, (int)connection->left);
    if (count > 0) {
      connection->out += count;
      connection->left -= (size_t)count;
      continue;
    }
    int error = SSL_get_error(connection->ssl, count);
    if (error == SSL_ERROR_WANT_WRITE) return watch(connection, 1);
    if (error == SSL_ERROR_WANT_READ) return;
    fail("a connection broke while a request was sent");
  }
  watch(connection, 0);
}

static void ask(Connection *connection, double due) {
  Request request = requests[next_request++ % request_count];
  connection->out = request.bytes;
  connection->left = request.count;
  connection->have = 0;
  connection->busy = 1;
  connection->due = due;
  send_rest(connection);
}

// The status of the answer when all of it is there, otherwise 0.
static int status_when_complete(Connection *connection) {
  connection->in[connection->have] = 0;
  char *body = strstr(connection->in, "\r\n\r\n");
  if (!body) return 0;
  body += 4;
  size_t length = 0;
  int chunked = 0;
  for (char *line = strstr(connection->in, "\r\n"); line && line + 2 < body;
       line = strstr(line + 2, "\r\n")) {
    if (!strncasecmp(line + 2, "content-length:", 15)) length = strtoul(line + 17, NULL, 10);
    if (!strncasecmp(line + 2, "transfer-encoding: chunked", 26)) chunked = 1;
  }
  size_t have = connection->have - (size_t)(body - connection->in);
  if (chunked ? have < 5 || memcmp(body + have - 5, "0\r\n\r\n", 5) : have < length) return 0;
  if (must_contain && !strstr(body, must_contain)) not_matching++;
  return atoi(connection->in + 9);
}

static void record(double latency) {
  if ((size_t)answers == latency_capacity) {
    latency_capacity = latency_capacity ? latency_capacity * 2 : 1 << 16;
    latencies = realloc(latencies, latency_capacity * sizeof *latencies);
  }
  latencies[answers++] = (float)(latency * 1e3);
}

// Reads what is there; returns whether the connection has become free.
static int receive(Connection *connection) {
  for (;;) {
    int count = SSL_read(connection->ssl, connection->in + connection->have,
                         (int)(ANSWER_SIZE - connection->have));
    if (count <= 0) {
      int error = SSL_get_error(connection->ssl, count);
      if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE) return 0;
      fail("a connection broke");
    }
    connection->have += (size_t)count;
    if (!connection->busy) fail("an answer to no request");
    int status = status_when_complete(connection);
    if (!status) {
      if (connection->have == ANSWER_SIZE) fail("an answer is too long");
      continue;
    }
    record(now() - connection->due);
    if (status != 200) {
      if (!not_ok++) fprintf(stderr, "load: the first answer that is not 200:\n%s\n", connection->in);
    }
    connection->busy = 0;
    return 1;
  }
}

static int ascending(const void *left, const void *right) {
  float a = *(const float *)left, b = *(const float *)right;
  return (a > b) - (a < b);
}

static double percentile(double share) {
  size_t index = (size_t)((double)answers * share);
  return latencies[index < (size_t)answers ? index : (size_t)answers - 1];
}

int main(int argc, char **argv) {
  int count = 32, option;
  double seconds = 5, rate = 0;
  const char *cert = NULL, *key = NULL, *authority = NULL, *bodies = NULL;
  while ((option = getopt(argc, argv, "c:d:r:E:K:C:b:t:m:")) != -1) switch (option) {
      case 'c': count = atoi(optarg); break;
      case 'd': seconds = atof(optarg); break;
      case 'r': rate = atof(optarg); break;
      case 'E': cert = optarg; break;
      case 'K': key = optarg; break;
      case 'C': authority = optarg; break;
      case 'b': bodies = optarg; break;
      case 't': content_type = optarg; break;
      case 'm': must_contain = optarg; break;
      default: return 2;
    }
  if (argc - optind != 3 || !cert || !key || !authority || !bodies || count < 1 ||
      count > MOST_CONNECTIONS)
    fail("wrong arguments; see the top of load.c");
  host = argv[optind], port = argv[optind + 1], path = argv[optind + 2];
  read_bodies(bodies);
  struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *address;
  if (getaddrinfo(host, port, &hints, &address)) fail("no such host");
  SSL_CTX *context = client_context(cert, key, authority);
  prctl(PR_SET_TIMERSLACK, 1UL);  // requests fall due to the microsecond
  poller = epoll_create1(0);
  Connection *connections = calloc((size_t)count, sizeof *connections);
  for (int i = 0; i < count; i++) open_connection(&connections[i], context, address);

  Connection *idle[MOST_CONNECTIONS];
  int idle_count = 0;
  for (int i = 0; i < count; i++) idle[idle_count++] = &connections[i];
  double start = now(), end = start + seconds, due = start, time;
  struct epoll_event events[256];
  while ((time = now()) < end) {
    if (rate > 0) {
      for (; idle_count && due <= time; due += 1 / rate) ask(idle[--idle_count], due);
    } else {
      while (idle_count) ask(idle[--idle_count], now());
    }
    double pause = rate > 0 && idle_count ? due - now() : .1;
    struct timespec timeout = {.tv_nsec = pause > .1 ? 100000000 : pause > 0 ? (long)(pause * 1e9) : 0};
    int ready = epoll_pwait2(poller, events, 256, &timeout, NULL);
    for (int i = 0; i < ready; i++) {
      Connection *connection = events[i].data.ptr;
      if (events[i].events & EPOLLOUT) send_rest(connection);
      if (receive(connection)) idle[idle_count++] = connection;
    }
  }
  double elapsed = now() - start;
  long asked = answers + count - idle_count;
  // The last answers are waited for, so that the log can be counted, and not measured.
  long measured = answers;
  while (idle_count < count && now() < end + 10) {
    int ready = epoll_wait(poller, events, 256, 100);
    for (int i = 0; i < ready; i++)
      if (receive(events[i].data.ptr)) idle_count++;
  }
  long unanswered = asked - answers;
  answers = measured;
  if (!answers) fail("there was no answer");
  qsort(latencies, (size_t)answers, sizeof *latencies, ascending);
  printf("{\"requests\": %ld, \"answers\": %ld, \"unanswered\": %ld, \"notOK\": %ld, "
         "\"notMatching\": %ld, \"seconds\": %.3f, \"rate\": %.1f, \"p50\": %.3f, \"p90\": %.3f, "
         "\"p99\": %.3f, \"p999\": %.3f, \"max\": %.3f}\n",
         asked, answers, unanswered, not_ok, not_matching, elapsed, (double)answers / elapsed,
         percentile(.5), percentile(.9), percentile(.99), percentile(.999),
         latencies[answers - 1]);
  return unanswered || not_ok || not_matching;
}

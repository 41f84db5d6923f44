/* Disturb the Nth call of a process that opens, writes, flushes, renames or makes a file in a folder.

   FAULT_UNDER is the folder, FAULT_AT the number of the call, FAULT_HOW what happens there:
   die (killed before it), once (it fails, no space is left), full (it and all later ones fail),
   or count (nothing; the number of calls is told on stderr at the end). For LD_PRELOAD on Linux. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int calls;

static int disturbed(const char *path) {
    const char *under = getenv("FAULT_UNDER"), *at = getenv("FAULT_AT"), *how = getenv("FAULT_HOW");
    if (!under || !at || !how || strncmp(path, under, strlen(under))) return 0;
    int call = __sync_add_and_fetch(&calls, 1);
    if (!strcmp(how, "count")) return 0;
    if (call != atoi(at) && !(call > atoi(at) && !strcmp(how, "full"))) return 0;
    if (!strcmp(how, "die")) kill(getpid(), SIGKILL);
    errno = ENOSPC;
    return 1;
}

static int disturbed_file(int file) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t size = readlink(link, path, sizeof path - 1);
    if (size < 0) return 0;
    path[size] = 0;
    return disturbed(path);
}

__attribute__((destructor)) static void tell(void) {
    const char *how = getenv("FAULT_HOW");
    if (how && !strcmp(how, "count")) fprintf(stderr, "%d\n", calls);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        return disturbed(path) ? -1 : REAL(name)(path, flags, mode); \
    }
#define WRITE(name, parameters, ...) \
    ssize_t name parameters { return disturbed_file(file) ? -1 : REAL(name)(__VA_ARGS__); }
#define FLUSH(name) \
    int name(int file) { return disturbed_file(file) ? -1 : REAL(name)(file); }

OPEN(open)
OPEN(open64)
WRITE(write, (int file, const void *from, size_t size), file, from, size)
WRITE(pwrite, (int file, const void *from, size_t size, off_t at), file, from, size, at)
WRITE(pwrite64, (int file, const void *from, size_t size, off64_t at), file, from, size, at)
FLUSH(fsync)
FLUSH(fdatasync)

int ftruncate64(int file, off64_t size) {
    return disturbed_file(file) ? -1 : REAL(ftruncate64)(file, size);
}

int rename(const char *from, const char *to) {
    return disturbed(from) ? -1 : REAL(rename)(from, to);
}

int mkdir(const char *path, mode_t mode) {
    return disturbed(path) ? -1 : REAL(mkdir)(path, mode);
}

#pragma once
#include <curl/curl.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>

// Swift cannot call variadic functions: one function for each kind of argument that
// curl_easy_setopt, curl_multi_setopt and curl_easy_getinfo are given.

static inline CURLcode transfer_set_number(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode transfer_set_size(CURL *handle, CURLoption option, int64_t value) {
    return curl_easy_setopt(handle, option, (curl_off_t)value);
}

static inline CURLcode transfer_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode transfer_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

typedef size_t (*transfer_receiver)(char *bytes, size_t size, size_t count, void *target);

static inline CURLcode transfer_set_receiver(
    CURL *handle, CURLoption option, transfer_receiver receiver) {
    return curl_easy_setopt(handle, option, receiver);
}

static inline CURLcode transfer_get_number(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode transfer_get_pointer(CURL *handle, CURLINFO info, void **value) {
    return curl_easy_getinfo(handle, info, (char **)value);
}

static inline CURLMcode transfer_set_multi_number(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}

static inline CURLMcode transfer_set_multi_pointer(CURLM *multi, CURLMoption option, void *value) {
    return curl_multi_setopt(multi, option, value);
}

static inline CURLMcode transfer_set_socket_watcher(CURLM *multi, curl_socket_callback watcher) {
    return curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, watcher);
}

static inline CURLMcode transfer_set_timer(CURLM *multi, curl_multi_timer_callback timer) {
    return curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, timer);
}

// A macro made of other macros, which Swift does not import.
static inline CURLcode transfer_global_init(void) {
    return curl_global_init(CURL_GLOBAL_DEFAULT);
}

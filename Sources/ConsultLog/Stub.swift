// ConsultLog
